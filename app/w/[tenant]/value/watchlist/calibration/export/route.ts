import { withTenant } from "#lib/db/with-tenant.ts";
import { checkCalibration } from "#lib/defection/calibration.ts";
import { CALIBRATION_FILE, outcomesTable, tenthsTable } from "#lib/defection/calibration-tables.ts";
import { countOutcomes, findWatchRun } from "#lib/defection/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { readListQuery, unknownValues } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

/** How chances met what came, or how cases ended: ?part=tenths or outcomes. */
export const GET = memberRoute(async (request, session) => {
  const params = new URL(request.url).searchParams;
  const { part } = readListQuery(CALIBRATION_FILE, params);
  const { header, rows } = await withTenant(session, "value:read", async (tx) => {
    if (part === "outcomes") return outcomesTable((await countOutcomes(tx)).shares);
    const run = await findWatchRun(tx);
    const stored = typeof run === "string" ? null : (run.holdout?.calibration ?? null);
    return tenthsTable(stored && checkCalibration(stored));
  });
  return listDownload(request, {
    unknown: unknownValues(CALIBRATION_FILE, params, ["format"]),
    ...{ name: `at-risk-${part}`, columns: header, filters: [], pages: [rows] },
  });
});
