import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { lockSource } from "#lib/sources/index.ts";
import type { OfFetch } from "../schema.ts";

/**
 * Fetch a source no more: its address and its secret are forgotten, its log stays. One that is not fetched is no error.
 *
 * @throws DomainError `not_found`
 */
export async function stopFetch(
  tx: TenantTx,
  session: Session,
  { sourceId }: OfFetch,
): Promise<void> {
  await lockSource(tx, session, sourceId);
  const { count } = await tx.sourceFetch.deleteMany({ where: { sourceId } });
  if (count === 0) return;
  await recordEvent(tx, session, {
    action: "source.fetch_stopped",
    object: { type: "source", id: sourceId },
  });
}
