import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { parseSignalQuery, signalFilters, unknownInSignalQuery } from "#lib/signals/filter.ts";
import { exportSignals, recordSignalExport, SIGNAL_COLUMNS } from "#lib/signals/index.ts";

export const dynamic = "force-dynamic";

/** The feedback that matches the list's filter, in the `?format`; whoever takes it away leaves an event. */
export const GET = memberRoute((request, session) => {
  const params = new URL(request.url).searchParams;
  const query = parseSignalQuery(params);
  return listExport(request, session, {
    unknown: unknownInSignalQuery(params, ["format"]),
    name: "feedback",
    columns: SIGNAL_COLUMNS,
    filters: signalFilters(query),
    permission: "signal:read",
    taking: "customer:export",
    readPage: (tx, page) => exportSignals(tx, session, query, page),
    record: (tx, format) => recordSignalExport(tx, session, { query, format }),
  });
});
