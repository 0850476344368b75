import { findMigration, LIFETIME_AMOUNTS, migrationTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { findAskedRun } from "../../find-asked-run.ts";

export const dynamic = "force-dynamic";

/** How customers moved between tiers from the run before to the last one, or to that of a month; no row where there is none before it. */
export const GET = memberRoute(async (request, session) => {
  const found = await withTenant(session, "value:read", async (tx) => {
    const run = await findAskedRun(tx, session, request);
    return run && findMigration(tx, session, run);
  });
  const { currency } = found?.run ?? session.workspace;
  const { header, rows } = migrationTable(found, currency);
  const day = found?.run.cutoffOn ? `-${found.run.cutoffOn}` : "";
  return listDownload(request, {
    ...{ name: `tier-migration${day}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows], unknown: [] },
  });
});
