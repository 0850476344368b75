import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { adherenceTable } from "#lib/tiers/index.ts";
import { findAdherence } from "../find-adherence.ts";

export const dynamic = "force-dynamic";

/** What each tier was promised and what was kept of it. */
export const GET = memberRoute(async (request, session) => {
  const { adherence } = await withTenant(session, "value:read", (tx) => findAdherence(tx, session));
  const { header, rows } = adherenceTable(adherence);
  return listDownload(request, {
    ...{ name: "policy-adherence", columns: header, amounts: [], filters: [], pages: [rows] },
  });
});
