import { forecastTable, LIFETIME_AMOUNTS } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { findAskedRun } from "../../find-asked-run.ts";

export const dynamic = "force-dynamic";

/** The twelve months after the last run, or after that of a month. */
export const GET = memberRoute(async (request, session) => {
  const run = await withTenant(session, "value:read", (tx) => findAskedRun(tx, session, request));
  if (!run) throw new DomainError("not_found", "There is no run yet.");
  const { header, rows } = forecastTable(run);
  return listDownload(request, {
    ...{ name: `forecast-${run.cutoffOn}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows], unknown: [] },
  });
});
