import { findLatestRun, forecastTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** The coming twelve months of the last run. */
export const GET = memberRoute(async (_request, session) => {
  const run = await withTenant(session, "value:read", findLatestRun);
  if (!run) throw new DomainError("not_found", "There is no run yet.");
  const { header, rows } = forecastTable(run);
  return csvDownload(`forecast-${run.cutoffOn}.csv`, header, [rows]);
});
