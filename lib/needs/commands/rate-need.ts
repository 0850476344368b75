import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { RateNeed } from "../schema.ts";
import { lockNeed, requireOpen } from "./lock-need.ts";

/**
 * Write down what a report says of a need: how many of n chose 4 or 5 of 5, and the mean where it tells one.
 *
 * @throws DomainError `not_found`, `conflict` for an archived need, `invalid_input` for a day to come
 */
export async function rateNeed(
  tx: TenantTx,
  session: Session,
  { needId, aspect, n, top2, mean, reportedIn, askedOn }: RateNeed,
): Promise<{ id: string }> {
  requireOpen(await lockNeed(tx, session, needId));
  await requirePast(tx, session, askedOn);
  const id = newId();
  const createdBy = session.actor.kind === "member" ? session.actor.membershipId : null;
  await tx.needRating.create({
    data: {
      ...{ id, needId, aspect, n, top2, mean, reportedIn, createdBy },
      askedOn: new Date(askedOn),
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "need.rated",
    object: { type: "need", id: needId },
    after: { aspect, n, top2, mean, askedOn },
  });
  return { id };
}

async function requirePast(tx: TenantTx, session: Session, day: string): Promise<void> {
  const now = await databaseNow(tx);
  if (day <= dayInZone(session.workspace.timeZone, now.getTime())) return;
  const message = "This day is still to come. Write the day people were asked.";
  throw new DomainError("invalid_input", message, { fields: { askedOn: [message] } });
}
