import { findMigration, LIFETIME_AMOUNTS, migrationTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** How customers moved between tiers from the run before to the last one; no row until there are two. */
export const GET = memberRoute(async (request, session) => {
  const found = await withTenant(session, "value:read", (tx) => findMigration(tx, session));
  const { currency } = found?.run ?? session.workspace;
  const { header, rows } = migrationTable(found, currency);
  const day = found?.run.cutoffOn ? `-${found.run.cutoffOn}` : "";
  return listDownload(request, {
    ...{ name: `tier-migration${day}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows] },
  });
});
