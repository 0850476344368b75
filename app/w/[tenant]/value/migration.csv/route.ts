import { findMigration, migrationTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** How customers moved between tiers from the run before to the last one. */
export const GET = memberRoute(async (_request, session) => {
  const found = await withTenant(session, "value:read", (tx) => findMigration(tx, session));
  if (!found) throw new DomainError("not_found", "There are no two runs to compare yet.");
  const { header, rows } = migrationTable(found.cells, found.run.currency);
  return csvDownload(`tier-migration-${found.run.cutoffOn}.csv`, header, [rows]);
});
