import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getValueOverview, segmentsTable } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** What each RFM segment is worth, most revenue first. */
export const GET = memberRoute(async (_request, session) => {
  const value = await withTenant(session, "value:read", (tx) => getValueOverview(tx, session));
  const { header, rows } = segmentsTable(value);
  return csvDownload(`segments-${value.asOfOn}.csv`, header, [rows]);
});
