import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { syncLists } from "#lib/segment-lists/index.ts";
import { dayInZone } from "#lib/time/index.ts";

/** Let customers whose entries on lists have changed hands in and out of their segments, as of today in the workspace. */
export async function settleLists(
  tx: TenantTx,
  session: Session,
  customerIds: readonly string[],
): Promise<void> {
  const now = await databaseNow(tx);
  const onDay = dayInZone(session.workspace.timeZone, now.getTime());
  await syncLists(tx, session, { onDay, customerIds });
}
