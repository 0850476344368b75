import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { signWebhook } from "#lib/auth/webhook-signature.ts";
import { listWorkspaces } from "#lib/db/directory.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { WorkspaceClosed } from "#lib/db/workspace-closed.ts";
import { DomainError } from "#lib/errors/index.ts";
import { callOutside, type Reach, Unreachable } from "#lib/http/call-outside.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { PROGRAM_VERSION } from "#lib/program-version.ts";
import { openSecrets } from "./commands/keep-secret.ts";
import { type DueDelivery, recordTry } from "./commands/record-try.ts";
import type { Failure, TryOutcome } from "./types.ts";

/** What an endpoint may take, and how much of its answer is read. */
const TIMEOUT_MS = 5_000;
const MOST_ANSWER_BYTES = 64 * 1024;
const HEAD_LENGTH = 500;
const GONE = 410;

type Payload = { tenantId: string; deliveryId: string };

/**
 * Try to deliver one message of the outbox, if it is due. What came of it is written after the answer: a crash in between
 * sends it again under the same id. `reach` is for tests: the product calls the open internet only.
 */
export async function sendWebhook({ tenantId, deliveryId }: Payload, reach?: Reach): Promise<void> {
  const session = await systemSession(tenantId, "job");
  const due = await withTenant(session, "webhook:write", (tx) => findDue(tx, session, deliveryId));
  if (!due) return;
  const outcome = due.isOff ? OFF : await deliver(due, reach);
  await withTenant(session, "webhook:write", (tx) => recordTry(tx, session, due, outcome));
}

/** After an error on our side that did not pass: it counts as a failed try. */
export async function giveUpWebhook({ tenantId, deliveryId }: Payload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  await withTenant(session, "webhook:write", async (tx) => {
    const due = await findDue(tx, session, deliveryId);
    if (due) await recordTry(tx, session, due, failed("other", 0));
  });
}

/** So long after its time a message that waits has lost its job. */
const LATE_MINUTES = 10;
const RESUMED_AT_ONCE = 1_000;

/**
 * Give every message that is long due a new job: after a restore, or when its workspace was closed and taken back. May run
 * twice: whoever comes second finds nothing due.
 */
export async function resumeWebhooks(): Promise<void> {
  for (const { id } of await listWorkspaces()) {
    try {
      const session = await systemSession(id, "job");
      await withTenant(session, "webhook:write", (tx) => resumeLate(tx, id));
    } catch (error) {
      // One that is closed meanwhile must not keep the others from their turn.
      if (!(error instanceof WorkspaceClosed)) throw error;
    }
  }
}

async function resumeLate(tx: TenantTx, tenantId: string): Promise<void> {
  const late = await tx.$queryRaw<{ id: string }[]>`
    UPDATE webhook_delivery d SET next_try_at = now()
    WHERE d.tenant_id = ${tenantId}::uuid AND d.id = ANY(ARRAY(
      SELECT w.id FROM webhook_delivery w WHERE w.tenant_id = ${tenantId}::uuid AND w.status = 'waiting'
        AND w.next_try_at < now() - ${LATE_MINUTES}::int * interval '1 minute'
      ORDER BY w.next_try_at LIMIT ${RESUMED_AT_ONCE}::int))
    RETURNING d.id`;
  for (const { id } of late) await enqueue(tx, "webhook.send", { tenantId, deliveryId: id });
}

const OFF: TryOutcome = failed("endpoint_off", 0);

async function findDue(
  tx: TenantTx,
  { workspace }: Session,
  deliveryId: string,
): Promise<DueDelivery | null> {
  const [row] = await tx.$queryRaw<DueRow[]>`
    SELECT d.id, d.endpoint_id AS "endpointId", d.body, d.tries, d.round_tries AS "roundTries", e.url,
      e.off_at IS NOT NULL AS "isOff", e.secret, CASE WHEN e.former_until > now() THEN e.former_secret END AS "formerSecret",
      now() AS now
    FROM webhook_delivery d JOIN webhook_endpoint e ON e.tenant_id = ${workspace.id}::uuid AND e.id = d.endpoint_id
    WHERE d.tenant_id = ${workspace.id}::uuid AND d.id = ${deliveryId}::uuid AND d.status = 'waiting'
      -- A queue may be a moment early.
      AND d.next_try_at <= now() + interval '1 second'`;
  if (!row) return null;
  const { secret, formerSecret, ...due } = row;
  return { ...due, sealedSecrets: [secret, formerSecret] };
}

type DueRow = Omit<DueDelivery, "sealedSecrets"> & { secret: string; formerSecret: string | null };

async function deliver(due: DueDelivery, reach: Reach | undefined): Promise<TryOutcome> {
  const startedMs = performance.now();
  const elapsed = () => Math.round(performance.now() - startedMs);
  const headers = headersOf(due);
  try {
    const { status, body } = await callOutside(
      {
        url: due.url,
        method: "POST",
        headers,
        body: due.body,
        timeoutMs: TIMEOUT_MS,
        mostBytes: MOST_ANSWER_BYTES,
      },
      reach,
    );
    const answerHead = headOf(body);
    return { answerStatus: status, answerHead, failure: failureOf(status), elapsedMs: elapsed() };
  } catch (error) {
    return failed(failureIn(error), elapsed());
  }
}

function headersOf(due: DueDelivery): Record<string, string> {
  const timestamp = String(Math.floor(due.now.getTime() / 1000));
  const secrets = openSecrets(due.sealedSecrets, due.endpointId);
  if (secrets.length === 0) throw new Error("The secret of this endpoint does not open.");
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(due.body)),
    "user-agent": `Throughline/${PROGRAM_VERSION}`,
    "webhook-id": due.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signWebhook({ id: due.id, timestamp, body: due.body }, secrets),
  };
}

/** As text that PostgreSQL takes: without NUL. */
function headOf(body: Buffer): string {
  return body.toString("utf8").replaceAll("\0", "").slice(0, HEAD_LENGTH);
}

function failureOf(status: number): Failure | null {
  if (status >= 200 && status < 300) return null;
  if (status === GONE) return "gone";
  return status >= 300 && status < 400 ? "redirect" : "refused";
}

function failureIn(error: unknown): Failure {
  if (error instanceof Unreachable || error instanceof DomainError) return "inside";
  if (!(error instanceof Error)) return "other";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "timeout";
  const code = "code" in error ? String(error.code) : "";
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS/.test(code)) return "certificate";
  return /^E[A-Z]+$|^HPE_/.test(code) ? "connection" : "other";
}

function failed(failure: Failure, elapsedMs: number): TryOutcome {
  return { answerStatus: null, answerHead: null, failure, elapsedMs };
}
