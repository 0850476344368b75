import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { lockSource, requireOpen } from "#lib/sources/index.ts";
import type { OfFetch } from "../schema.ts";

/**
 * Fetch a source now; one that was given up is waited for again. Asked twice, it is fetched once.
 *
 * @throws DomainError `not_found` also for a source without an address; `conflict` for an archived one, and while a fetch
 *   runs
 */
export async function askFetch(
  tx: TenantTx,
  session: Session,
  { sourceId }: OfFetch,
): Promise<void> {
  requireOpen(await lockSource(tx, session, sourceId));
  const by = session.actor.kind === "member" ? session.actor.membershipId : null;
  const [asked] = await tx.$queryRaw<{ isRunning: boolean }[]>`
    UPDATE source_fetch SET next_fetch_at = now(), asked_by = ${by}::uuid,
      failures = CASE WHEN next_fetch_at IS NULL THEN 0 ELSE failures END
    WHERE tenant_id = ${session.workspace.id}::uuid AND source_id = ${sourceId}::uuid
    RETURNING coalesce(running_until > now(), false) AS "isRunning"`;
  if (!asked) throw new DomainError("not_found", "This source has no address to fetch it from.");
  if (asked.isRunning)
    throw new DomainError(
      "conflict",
      "This source is being fetched. See in its log what comes of it.",
    );
  await recordEvent(tx, session, {
    action: "source.fetch_asked",
    object: { type: "source", id: sourceId },
  });
  await enqueue(tx, "source.fetch", { tenantId: session.workspace.id, sourceId }, sourceId);
}
