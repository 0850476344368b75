import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { countUse } from "#lib/auth/rate-limit.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { isSignedWith } from "#lib/auth/webhook-signature.ts";
import { COMPLAINTS } from "#lib/complaints/index.ts";
import { findIncomingHook, type IncomingHook } from "#lib/db/incoming-hooks.ts";
import { isId } from "#lib/db/is-id.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { INTERACTIONS } from "#lib/interactions/index.ts";
import { SIGNALS } from "#lib/signals/index.ts";
import { METRICS } from "#lib/signals/types.ts";
import { readFormbricks } from "../formbricks.ts";
import { readComplaints, readInteractions, readSignals } from "../items.ts";
import { HOOK_FORMATS, HOOK_KINDS } from "../types.ts";
import { openSecrets } from "./keep-secret.ts";
import { type ItemCounts, writeItems } from "./write-items.ts";

/** How far the second of a message may lie from now, by the database's clock. */
const WINDOW_SECONDS = 5 * 60;
const LONGEST_ID = 256;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A message as it came: the headers of Standard Webhooks and the bytes they cover. */
export type SignedRequest = {
  hookId: string;
  messageId: string;
  timestamp: string;
  signatures: string;
  body: Uint8Array;
};

export type Received = ItemCounts & { isRepeated: boolean };

/**
 * Write what a signed message holds, once: a message that comes again is known by its id and changes nothing.
 *
 * @throws DomainError `unauthenticated` without a word why: no such hook, or one that is off, a wrong signature, a time
 *   that is not now; `too_many_requests`; `invalid_input` for what a signed message says
 */
export async function receiveMessage(request: SignedRequest): Promise<Received> {
  const hook = await authenticHook(request);
  await countUse("incoming_hook", request.hookId);
  const session = await systemSession(hook.tenantId, "job");
  return withTenant(session, "webhook:write", (tx) => applyOnce(tx, session, request, hook.now));
}

async function authenticHook(request: SignedRequest): Promise<IncomingHook> {
  const { hookId, messageId, timestamp, signatures, body } = request;
  const hook = isId(hookId) ? await findIncomingHook(hookId) : null;
  const isWhole =
    messageId !== "" && messageId.length <= LONGEST_ID && /^\d{1,12}$/.test(timestamp);
  if (!(hook && isWhole)) throw refusal();
  const secrets = openSecrets(hook.sealedSecrets, hookId);
  if (!isSignedWith({ id: messageId, timestamp, body }, signatures, secrets)) throw refusal();
  const ageSeconds = hook.now.getTime() / 1000 - Number(timestamp);
  if (Math.abs(ageSeconds) > WINDOW_SECONDS) throw refusal();
  return hook;
}

function refusal(): DomainError {
  return new DomainError("unauthenticated", "This message was not accepted.");
}

const StoredQuestion = z.object({
  metric: z.enum(METRICS).nullable(),
  header: z.string().nullable(),
});
/** As hooks said it before they knew how an export heads a question. */
const StoredMetric = z.enum(METRICS).transform((metric) => ({ metric, header: null }));

const StoredHook = z.object({
  sourceId: z.string(),
  kind: z.enum(HOOK_KINDS),
  format: z.enum(HOOK_FORMATS),
  scoredQuestions: z.record(z.string(), z.union([StoredMetric, StoredQuestion])),
});
type StoredHook = z.output<typeof StoredHook>;

async function applyOnce(
  tx: TenantTx,
  session: Session,
  { hookId, messageId, body }: SignedRequest,
  now: Date,
): Promise<Received> {
  const messageSha256 = createHash("sha256").update(messageId).digest("hex");
  // Who sends the same message at the same time waits here for the first.
  const { count } = await tx.incomingMessage.createMany({
    data: [{ hookId, messageSha256 }],
    skipDuplicates: true,
  });
  if (count === 0) return { isRepeated: true, created: 0, updated: 0 };
  const stored = await tx.incomingHook.findFirst({
    where: { id: hookId },
    select: { sourceId: true, kind: true, format: true, scoredQuestions: true },
  });
  const counts = await write(tx, session, { hookId, now, body, ...StoredHook.parse(stored) });
  await tx.incomingMessage.updateMany({ where: { hookId, messageSha256 }, data: counts });
  return { isRepeated: false, ...counts };
}

type ToWrite = StoredHook & { hookId: string; now: Date; body: Uint8Array };

function write(tx: TenantTx, session: Session, asked: ToWrite): Promise<ItemCounts> {
  const { hookId, sourceId, kind, format, now, scoredQuestions } = asked;
  const message = jsonIn(asked.body);
  const origin = { hookId, sourceId, kind, format };
  const { timeZone } = session.workspace;
  // Wherever on earth it is later than here, it is tomorrow at most.
  const context = { timeZone, latestOn: dayOf(now.getTime() + DAY_MS) };
  switch (kind) {
    case "signals": {
      const rows =
        format === "formbricks"
          ? readFormbricks(message, context, scoredQuestions)
          : readSignals(message, context);
      return writeItems(tx, session, { register: SIGNALS, rows, origin });
    }
    case "complaints": {
      const rows = readComplaints(message, context);
      return writeItems(tx, session, { register: COMPLAINTS, rows, origin });
    }
    case "interactions": {
      const rows = readInteractions(message, context);
      return writeItems(tx, session, { register: INTERACTIONS, rows, origin });
    }
  }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** @throws DomainError `invalid_input` for what is no JSON in UTF-8 */
function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new DomainError("invalid_input", "The message is no JSON.");
  }
}
