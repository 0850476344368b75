import { getRun, holdoutTable, LIFETIME_AMOUNTS, readHoldoutPart } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** A part of a run: ?part=tracking, frequency or deciles of its holdout, or survival of its contracts. */
export const GET = memberRoute(async (request, session, { runId = "" }) => {
  const run = await withTenant(session, "value:read", (tx) => getRun(tx, runId));
  const part = readHoldoutPart(new URL(request.url).searchParams.get("part"));
  const { header, rows } = holdoutTable(run, part);
  return listDownload(request, {
    name: `${part === "survival" ? part : `holdout-${part}`}-${run.cutoffOn}`,
    ...{ columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows] },
  });
});
