import { findSegmentsAhead, segmentsAheadTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** What RFM segments are worth by the last run. */
export const GET = memberRoute(async (_request, session) => {
  const found = await withTenant(session, "value:read", (tx) => findSegmentsAhead(tx, session));
  if (!found) throw new DomainError("not_found", "There is no run yet.");
  const { header, rows } = segmentsAheadTable(found.segments, found.run.currency);
  return csvDownload(`segments-clv-${found.run.cutoffOn}.csv`, header, [rows]);
});
