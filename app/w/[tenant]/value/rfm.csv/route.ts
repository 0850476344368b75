import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getRfmGrid, rfmCsv } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** The 125 RFM cells with what they hold. */
export const GET = memberRoute(async (_request, session) => {
  const found = await withTenant(session, "value:read", (tx) => getRfmGrid(tx, session));
  const { header, rows } = rfmCsv(found);
  return csvDownload(`rfm-${found.value.asOfOn}.csv`, header, [rows]);
});
