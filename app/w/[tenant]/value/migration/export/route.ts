import { findMigration, LIFETIME_AMOUNTS, migrationTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** How customers moved between tiers from the run before to the last one. */
export const GET = memberRoute(async (request, session) => {
  const found = await withTenant(session, "value:read", (tx) => findMigration(tx, session));
  if (!found) throw new DomainError("not_found", "There are no two runs to compare yet.");
  const { header, rows } = migrationTable(found.cells, found.run.currency);
  return listDownload(request, {
    ...{ name: `tier-migration-${found.run.cutoffOn}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows] },
  });
});
