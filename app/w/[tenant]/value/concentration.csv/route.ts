import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { concentrationTable, getValueOverview } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** What the best customers have made together, at every whole percent. */
export const GET = memberRoute(async (_request, session) => {
  const value = await withTenant(session, "value:read", (tx) => getValueOverview(tx, session));
  const { header, rows } = concentrationTable(value);
  return csvDownload(`concentration-${value.asOfOn}.csv`, header, [rows]);
});
