import {
  acquisitionTable,
  BRIDGE_AMOUNTS,
  BRIDGE_FILE,
  bridgeTable,
  findLifetimeBridge,
} from "#lib/bridge/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { readListQuery, unknownValues } from "#lib/lists/index.ts";
import { findValueOverview } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** The bridge of all tiers, or what channels cost and brought; no row until there is a run. */
export const GET = memberRoute(async (request, session) => {
  const found = await withTenant(session, "value:read", async (tx) => {
    const value = await findValueOverview(tx, session);
    return value && findLifetimeBridge(tx, session, value);
  });
  const currency = found?.value.currency ?? session.workspace.currency;
  const params = new URL(request.url).searchParams;
  const { file } = readListQuery(BRIDGE_FILE, params);
  const { header, rows } =
    file === "bridge"
      ? bridgeTable(found?.parts ?? [], currency)
      : acquisitionTable(found?.acquisition ?? null, currency);
  const day = found ? `-${found.value.asOfOn}` : "";
  return listDownload(request, {
    unknown: unknownValues(BRIDGE_FILE, params, ["format"]),
    ...{ name: `${file === "bridge" ? "clv-bridge" : "acquisition"}${day}`, columns: header },
    ...{ amounts: BRIDGE_AMOUNTS, filters: [], pages: [rows] },
  });
});
