import { getRun, HOLDOUT_FILE, holdoutTable, LIFETIME_AMOUNTS } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { readListQuery, unknownValues } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

/** A part of a run: ?part=tracking, frequency or deciles of its holdout, or survival of its contracts. */
export const GET = memberRoute(async (request, session, { runId = "" }) => {
  const run = await withTenant(session, "value:read", (tx) => getRun(tx, runId));
  const params = new URL(request.url).searchParams;
  const { part } = readListQuery(HOLDOUT_FILE, params);
  const { header, rows } = holdoutTable(run, part);
  return listDownload(request, {
    unknown: unknownValues(HOLDOUT_FILE, params, ["format"]),
    name: `${part === "survival" ? part : `holdout-${part}`}-${run.cutoffOn}`,
    ...{ columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [["run", run.id]], pages: [rows] },
  });
});
