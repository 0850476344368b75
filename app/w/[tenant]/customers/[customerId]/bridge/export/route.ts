import { recordListExport } from "#lib/audit/index.ts";
import {
  BRIDGE_AMOUNTS,
  CUSTOMER_BRIDGE_COLUMNS,
  customerBridgeRows,
  getCustomerBridge,
} from "#lib/bridge/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** The bridge of one customer, in the `?format`; no row where they have not ordered. Whoever takes it away leaves an event. */
export const GET = memberRoute((request, session, { customerId = "" }) => {
  const { currency } = session.workspace;
  const filters = [["customer", customerId]] as const;
  return listExport(request, session, {
    ...{ name: "customer-bridge", columns: CUSTOMER_BRIDGE_COLUMNS, amounts: BRIDGE_AMOUNTS },
    filters,
    permission: "value:read",
    taking: "customer:export",
    readPage: async (tx) => ({
      rows: customerBridgeRows(await getCustomerBridge(tx, session, customerId), currency),
      next: null,
    }),
    record: (tx, format) =>
      recordListExport(tx, session, { list: "customer_bridge", format, filters }),
  });
});
