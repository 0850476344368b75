import type { TenantTx } from "#lib/db/with-tenant.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { maySeeSegments } from "#lib/segments/index.ts";
import { signalsAddress } from "#lib/signals/filter.ts";
import { exportSignals, recordSignalExport, SIGNAL_COLUMNS } from "#lib/signals/index.ts";

export const dynamic = "force-dynamic";

/** The feedback that matches the list's filter, in the `?format`; whoever takes it away leaves an event. */
export const GET = memberRoute((request, session) => {
  const params = new URL(request.url).searchParams;
  const query = signalsAddress.read(params);
  const view = async (tx: TenantTx) => ({
    seesMembers: await maySeeSegments(tx, session, query.segments),
  });
  return listExport(request, session, {
    unknown: signalsAddress.unknown(params, ["format"]),
    name: "feedback",
    columns: SIGNAL_COLUMNS,
    filters: signalsAddress.filters(query),
    permission: "signal:read",
    taking: "customer:export",
    readPage: async (tx, page) =>
      exportSignals(tx, session, query, { ...page, ...(await view(tx)) }),
    record: async (tx, format) =>
      recordSignalExport(tx, session, { query, format, ...(await view(tx)) }),
  });
});
