import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { UseSource } from "../schema.ts";
import { lockSeenSource, requireOpen } from "./lock-source.ts";

/**
 * Say on which day a decision last rested on a source, or that none is known to.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived one, `invalid_input` for a day to come
 */
export async function markSourceUsed(
  tx: TenantTx,
  session: Session,
  { usedOn, ...seen }: UseSource,
): Promise<void> {
  const source = await lockSeenSource(tx, session, seen);
  requireOpen(source);
  await requirePast(tx, session, usedOn);
  const by = session.actor.kind === "member" ? session.actor.membershipId : null;
  await tx.dataSource.updateMany({
    where: { id: source.id },
    data: {
      lastUsedOn: usedOn === null ? null : new Date(usedOn),
      lastUsedById: usedOn === null ? null : by,
      version: { increment: 1 },
    },
  });
  await recordEvent(tx, session, {
    action: "source.used",
    object: { type: "source", id: source.id },
    before: { lastUsedOn: source.lastUsedOn },
    after: { lastUsedOn: usedOn },
  });
}

async function requirePast(tx: TenantTx, session: Session, day: string | null): Promise<void> {
  if (day === null) return;
  const now = await databaseNow(tx);
  if (day <= dayInZone(session.workspace.timeZone, now.getTime())) return;
  const message = "This day is still to come. Write the day the decision was taken.";
  throw new DomainError("invalid_input", message, { fields: { usedOn: [message] } });
}
