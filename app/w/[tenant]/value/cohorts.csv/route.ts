import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { cohortsCsv, getCohorts } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** Each cohort in each period since its first order. */
export const GET = memberRoute(async (_request, session) => {
  const found = await withTenant(session, "value:read", (tx) => getCohorts(tx, session));
  const { header, rows } = cohortsCsv(found);
  return csvDownload(`cohorts-${found.value.asOfOn}.csv`, header, [rows]);
});
