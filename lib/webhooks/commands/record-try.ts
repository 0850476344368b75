import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueLater } from "#lib/jobs/enqueue.ts";
import { afterTry } from "../next-try.ts";
import type { OffReason, TryOutcome } from "../types.ts";
import { tellOwners } from "./tell-owners.ts";

/** A delivery that is due, with what is needed to send it. */
export type DueDelivery = {
  id: string;
  endpointId: string;
  url: string;
  isOff: boolean;
  body: string;
  /** Over all rounds, before this one */
  tries: number;
  /** Since it was written or replayed */
  roundTries: number;
  /** The present one first */
  sealedSecrets: readonly (string | null)[];
  /** By the database's clock */
  now: Date;
};

/**
 * Write what came of a try: delivered, tried again later, or given up. The last failure switches its endpoint off, and so
 * does an answer that it is gone. A try that another one has overtaken writes nothing.
 */
export async function recordTry(
  tx: TenantTx,
  session: Session,
  delivery: DueDelivery,
  outcome: TryOutcome,
): Promise<void> {
  const { status, waitSeconds, offReason } = afterTry(outcome.failure, delivery.roundTries + 1);
  const written = await tx.$executeRaw`
    UPDATE webhook_delivery SET status = ${status}, tries = tries + 1, round_tries = round_tries + 1, last_tried_at = now(),
      next_try_at = now() + ${waitSeconds}::int * interval '1 second', answer_status = ${outcome.answerStatus}::int,
      answer_head = ${outcome.answerHead}, failure = ${outcome.failure}, elapsed_ms = ${outcome.elapsedMs}::int
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${delivery.id}::uuid AND status = 'waiting'
      AND tries = ${delivery.tries}::int`;
  if (written === 0) return;
  if (offReason) await giveUpEndpoint(tx, session, delivery, offReason);
  if (waitSeconds === null) return;
  const payload = { tenantId: session.workspace.id, deliveryId: delivery.id };
  await enqueueLater(tx, "webhook.send", payload, waitSeconds);
}

async function giveUpEndpoint(
  tx: TenantTx,
  session: Session,
  { endpointId: id, url }: DueDelivery,
  offReason: OffReason,
): Promise<void> {
  const off = await tx.$executeRaw`
    UPDATE webhook_endpoint SET off_at = now(), off_reason = ${offReason}
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid AND off_at IS NULL`;
  if (off === 0) return;
  await recordEvent(tx, session, {
    action: "webhook.given_up",
    object: { type: "webhook_endpoint", id },
    after: { reason: offReason },
  });
  await tellOwners(tx, session, { endpointId: id, url, offReason });
}
