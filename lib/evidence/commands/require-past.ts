import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { dayInZone } from "#lib/time/index.ts";

/** @throws DomainError `invalid_input` for a day still to come: it would keep a claim fresh that nothing backs yet */
export async function requirePast(tx: TenantTx, session: Session, datedOn: string): Promise<void> {
  const now = await databaseNow(tx);
  if (datedOn <= dayInZone(session.workspace.timeZone, now.getTime())) return;
  const message = "This day is still to come. Give the day of the source.";
  throw new DomainError("invalid_input", message, { fields: { datedOn: [message] } });
}
