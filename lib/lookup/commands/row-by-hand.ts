import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { ensureSource } from "#lib/sources/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import { BY_HAND } from "../by-hand.ts";
import type { LogComplaint } from "../schema.ts";
import { requireCustomer } from "./require-customer.ts";

type WrittenByHand = Omit<LogComplaint, "subject"> & { subject: string | null };

/** What contacts and complaints by hand have in common, and when it is in the workspace. @throws DomainError `not_found` */
export async function rowByHand(
  tx: TenantTx,
  session: Session,
  { customerId, key, channel, subject, body }: WrittenByHand,
) {
  await requireCustomer(tx, customerId);
  const sourceId = await ensureSource(tx, session, BY_HAND);
  const now = new Date();
  const today = new Date(dayInZone(session.workspace.timeZone, now.getTime()));
  const row = { id: newId(), sourceId, externalId: key, customerId, channel, subject, body };
  return { row, now, today };
}
