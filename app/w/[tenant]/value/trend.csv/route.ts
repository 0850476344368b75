import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getValueTrend, trendCsv } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** Each segment at each month's end. */
export const GET = memberRoute(async (_request, session) => {
  const found = await withTenant(session, "value:read", (tx) => getValueTrend(tx, session));
  const { header, rows } = trendCsv(found);
  return csvDownload(`trend-${found.value.asOfOn}.csv`, header, [rows]);
});
