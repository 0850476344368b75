import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { FAILURES_TOLD, nextAfterFailureMs, nextFetchMs } from "../next-fetch.ts";
import type { FetchFailure } from "../types.ts";
import type { ClaimedFetch } from "./claim-fetch.ts";
import { tellOwner } from "./tell-owner.ts";

/** What came of a fetch. */
export type FetchResult = { answerStatus: number | null; byteCount: number | null } & (
  | {
      outcome: "imported";
      importId: string;
      etag: string | null;
      lastModified: string | null;
      sha256: string;
    }
  | { outcome: "unchanged"; importId: null }
  | { outcome: "failed"; failure: FetchFailure; detail: string | null; importId: null }
);

/**
 * Write what came of a fetch, and when the next one is. After three failures in a row those who answer for the source are
 * told; after ten nobody waits for the address any more, and they are told again. A fetch that another one has overtaken, or
 * that was switched off meanwhile, changes its own line of the log only.
 */
export async function endFetch(
  tx: TenantTx,
  session: Session,
  fetch: ClaimedFetch,
  result: FetchResult,
): Promise<void> {
  await writeTry(tx, fetch.tryId, result);
  const [held] = await tx.$queryRaw<{ failures: number }[]>`
    SELECT failures FROM source_fetch WHERE tenant_id = ${session.workspace.id}::uuid
      AND source_id = ${fetch.sourceId}::uuid AND try_id = ${fetch.tryId}::uuid FOR UPDATE`;
  if (!held) return;
  const failures = result.outcome === "failed" ? held.failures + 1 : 0;
  const nextMs = await nextMsOf(tx, session, fetch, failures);
  await tx.sourceFetch.updateMany({
    where: { sourceId: fetch.sourceId, tryId: fetch.tryId },
    data: {
      ...{ tryId: null, runningUntil: null, failures },
      nextFetchAt: nextMs === null ? null : new Date(nextMs),
      ...fileOf(result),
    },
  });
  if (result.outcome !== "failed") return;
  if (nextMs === null) await giveUp(tx, session, fetch, failures);
  if (nextMs === null || failures === FAILURES_TOLD)
    await tellOwner(tx, session, fetch, { failures, isGivenUp: nextMs === null });
}

async function writeTry(tx: TenantTx, id: string, result: FetchResult): Promise<void> {
  const { outcome, importId, answerStatus, byteCount } = result;
  const why = result.outcome === "failed" ? { failure: result.failure, detail: result.detail } : {};
  await tx.sourceFetchTry.updateMany({
    where: { id, outcome: null },
    data: { outcome, importId, answerStatus, byteCount, endedAt: await databaseNow(tx), ...why },
  });
}

async function nextMsOf(
  tx: TenantTx,
  { workspace }: Session,
  { times }: ClaimedFetch,
  failures: number,
): Promise<number | null> {
  const nowMs = (await databaseNow(tx)).getTime();
  if (failures === 0) return nextFetchMs(times, workspace.timeZone, nowMs);
  return nextAfterFailureMs(times, workspace.timeZone, { failures, nowMs });
}

/** What is known of the file from now on. */
function fileOf(result: FetchResult) {
  if (result.outcome !== "imported") return {};
  const { etag, lastModified, sha256, importId } = result;
  return { etag, lastModified, sha256, importId };
}

async function giveUp(
  tx: TenantTx,
  session: Session,
  { sourceId }: ClaimedFetch,
  failures: number,
): Promise<void> {
  await recordEvent(tx, session, {
    action: "source.fetch_given_up",
    object: { type: "source", id: sourceId },
    after: { failures },
  });
}
