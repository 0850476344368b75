import { getRun, holdoutTable, readHoldoutPart } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** A part of a run's holdout: ?part=tracking, frequency or deciles. */
export const GET = memberRoute(async (request, session, { runId = "" }) => {
  const run = await withTenant(session, "value:read", (tx) => getRun(tx, runId));
  const part = readHoldoutPart(new URL(request.url).searchParams.get("part"));
  const { header, rows } = holdoutTable(run, part);
  return csvDownload(`holdout-${part}-${run.cutoffOn}.csv`, header, [rows]);
});
