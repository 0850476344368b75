import { recordListExport } from "#lib/audit/index.ts";
import { watchAddress } from "#lib/defection/filter.ts";
import { exportWatched, WATCH_AMOUNTS, WATCH_COLUMNS } from "#lib/defection/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import type { UnknownValue } from "#lib/lists/types.ts";

export const dynamic = "force-dynamic";

/** The customers at risk that match the list's filter, in the `?format`; whoever takes them away leaves an event. */
export const GET = memberRoute((request, session) => {
  const params = new URL(request.url).searchParams;
  const query = watchAddress.read(params);
  const filters = watchAddress.filters(query);
  return listExport(request, session, {
    unknown: [...watchAddress.unknown(params, ["format"]), ...askedMonth(query.month)],
    ...{ name: "customers-at-risk", columns: WATCH_COLUMNS, amounts: WATCH_AMOUNTS, filters },
    permission: "value:read",
    taking: "customer:export",
    readPage: (tx, page) => exportWatched(tx, session, query, page),
    record: (tx, format) => recordListExport(tx, session, { list: "watchlist", format, filters }),
  });
});

/** The file is of the latest run: a month that its page only takes along would be passed over. */
function askedMonth(month: string): UnknownValue[] {
  return month === "" ? [] : [{ field: "month", value: month }];
}
