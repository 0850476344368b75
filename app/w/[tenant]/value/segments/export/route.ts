import { findSegmentsAhead, LIFETIME_AMOUNTS, segmentsAheadTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** What RFM segments are worth by the last run. */
export const GET = memberRoute(async (request, session) => {
  const found = await withTenant(session, "value:read", (tx) => findSegmentsAhead(tx, session));
  if (!found) throw new DomainError("not_found", "There is no run yet.");
  const { header, rows } = segmentsAheadTable(found.segments, found.run.currency);
  return listDownload(request, {
    ...{ name: `segments-clv-${found.run.cutoffOn}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows] },
  });
});
