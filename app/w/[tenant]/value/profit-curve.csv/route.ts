import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getValueOverview, profitCurveTable } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** What the most profitable customers have made together, at every whole percent. */
export const GET = memberRoute(async (_request, session) => {
  const found = await withTenant(session, "value:read", (tx) => getValueOverview(tx, session));
  const { header, rows } = profitCurveTable(found);
  return csvDownload(`profit-curve-${found.asOfOn}.csv`, header, [rows]);
});
