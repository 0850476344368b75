import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import type { FetchTimes } from "../types.ts";

/** Longer than a fetch may take: who holds one for longer is dead. */
const HELD_MINUTES = 30;

/** One worker's hold on the fetch of a source. */
export type ClaimedFetch = {
  tryId: string;
  sourceId: string;
  sourceName: string;
  url: string;
  sealedSignIn: string | null;
  kind: ImportKind;
  times: FetchTimes;
  /** What is known of the file that was imported last; nothing after an import that failed */
  etag: string | null;
  lastModified: string | null;
  sha256: string | null;
};

/**
 * Take hold of a fetch that is due; null when it is not, when another worker has it, or when its source was archived. A
 * fetch that was broken off is told in the log, and begins anew.
 */
export async function claimFetch(
  tx: TenantTx,
  session: Session,
  sourceId: string,
): Promise<ClaimedFetch | null> {
  const tenantId = session.workspace.id;
  const [due] = await tx.$queryRaw<DueRow[]>`
    SELECT s.name AS "sourceName", f.url, f.secret AS "sealedSignIn", f.kind, f.rhythm, f.at_hour AS "atHour",
      f.week_day AS "weekDay", f.etag, f.last_modified AS "lastModified", f.sha256, f.try_id AS "formerTryId",
      f.asked_by AS "askedBy", coalesce(i.status = 'failed', false) AS "hasFailed"
    FROM source_fetch f
      JOIN data_source s ON s.tenant_id = ${tenantId}::uuid AND s.id = f.source_id AND s.archived_at IS NULL
      LEFT JOIN import i ON i.tenant_id = ${tenantId}::uuid AND i.id = f.import_id
    -- A queue may be a moment early.
    WHERE f.tenant_id = ${tenantId}::uuid AND f.source_id = ${sourceId}::uuid
      AND f.next_fetch_at <= now() + interval '1 second' AND (f.running_until IS NULL OR f.running_until <= now())
    FOR UPDATE OF f`;
  if (!due) return null;
  const tryId = newId();
  await endBrokenOff(tx, session, due.formerTryId);
  await tx.sourceFetchTry.create({
    data: { id: tryId, sourceId, askedBy: due.askedBy },
    select: { id: true },
  });
  await tx.$executeRaw`
    UPDATE source_fetch SET try_id = ${tryId}::uuid, asked_by = NULL,
      running_until = now() + ${HELD_MINUTES}::int * interval '1 minute'
    WHERE tenant_id = ${tenantId}::uuid AND source_id = ${sourceId}::uuid`;
  return claimedOf(tryId, sourceId, due);
}

type DueRow = Omit<ClaimedFetch, "tryId" | "sourceId" | "times"> &
  FetchTimes & { formerTryId: string | null; askedBy: string | null; hasFailed: boolean };

async function endBrokenOff(
  tx: TenantTx,
  { workspace }: Session,
  tryId: string | null,
): Promise<void> {
  if (tryId === null) return;
  await tx.$executeRaw`
    UPDATE source_fetch_try SET outcome = 'failed', failure = 'broken_off', ended_at = now()
    WHERE tenant_id = ${workspace.id}::uuid AND id = ${tryId}::uuid AND outcome IS NULL`;
}

function claimedOf(tryId: string, sourceId: string, due: DueRow): ClaimedFetch {
  const { sourceName, url, sealedSignIn, kind, rhythm, atHour, weekDay, hasFailed } = due;
  const { etag, lastModified, sha256 } = due;
  const known = { etag, lastModified, sha256 };
  return {
    ...{ tryId, sourceId, sourceName, url, sealedSignIn, kind },
    times: { rhythm, atHour, weekDay },
    ...(hasFailed ? { etag: null, lastModified: null, sha256: null } : known),
  };
}
