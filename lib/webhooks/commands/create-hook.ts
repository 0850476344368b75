import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newWebhookSecret } from "#lib/auth/webhook-signature.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { ensureSource } from "#lib/sources/index.ts";
import type { SourceKind } from "#lib/sources/types.ts";
import type { CreateHook } from "../schema.ts";
import { FORMBRICKS_SOURCE, type HookKind, type MadeSecret } from "../types.ts";
import { sealSecret } from "./keep-secret.ts";

const MOST_HOOKS = 50;

const SOURCE_KIND_OF: Readonly<Record<HookKind, SourceKind>> = {
  signals: "survey",
  complaints: "complaint_log",
  interactions: "service_log",
};

/**
 * Make a hook that others send to; what comes belongs to the source of that name. Its secret is in the answer and shown
 * nowhere else.
 *
 * @throws DomainError `invalid_input` when Formbricks is to send anything but signals; `conflict` when there are 50
 */
export async function createHook(
  tx: TenantTx,
  session: Session,
  { name, kind, format, scoredQuestions, secret: given }: CreateHook,
): Promise<MadeSecret> {
  if (format === "formbricks" && kind !== "signals") throw onlySignals();
  if ((await tx.incomingHook.count()) >= MOST_HOOKS) throw tooMany();
  // Its exports are recognised under that name: an answer that comes both ways is then one row.
  const sourceName = format === "formbricks" ? FORMBRICKS_SOURCE : name;
  const sourceId = await ensureSource(tx, session, {
    name: sourceName,
    kind: SOURCE_KIND_OF[kind],
  });
  const id = newId();
  const secret = given ?? newWebhookSecret();
  await tx.incomingHook.create({
    data: {
      ...{ id, name, sourceId, kind, format, scoredQuestions, secret: sealSecret(secret, id) },
      createdBy: session.actor.kind === "member" ? session.actor.membershipId : null,
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "hook.created",
    object: { type: "incoming_hook", id },
    after: { kind, format },
  });
  return { id, secret };
}

function onlySignals(): DomainError {
  const message = "Formbricks sends answers: choose feedback.";
  return new DomainError("invalid_input", message, { fields: { kind: [message] } });
}

function tooMany(): DomainError {
  return new DomainError("conflict", `A workspace has at most ${MOST_HOOKS} incoming hooks.`);
}
