import { countMemberUse } from "#lib/auth/member-limits.ts";
import type { Session } from "#lib/auth/types.ts";
import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { exportFormat } from "#lib/exports/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { parseSignalQuery, type SignalQuery, signalFilters } from "#lib/signals/filter.ts";
import { exportSignals, recordSignalExport, SIGNAL_COLUMNS } from "#lib/signals/index.ts";

export const dynamic = "force-dynamic";

const ROWS_A_PAGE = 2_000;
const LONGEST_MS = 60_000;

/**
 * The feedback that matches the list's filter, in the `?format`. Whoever takes it away leaves an event, written before
 * the first byte goes out.
 */
export const GET = memberRoute(async (request, session) => {
  requirePermission(session, "customer:export");
  requirePermission(session, "signal:read");
  await countMemberUse(session, "archive");
  const params = new URL(request.url).searchParams;
  const query = parseSignalQuery(params);
  const format = exportFormat(params.get("format"));
  const first = await readPage(session, query, null);
  await withTenant(
    session,
    "customer:export",
    (tx) => recordSignalExport(tx, session, { query, format }),
    { timeoutMs: LONGEST_MS },
  );
  return listDownload(request, {
    name: "feedback",
    columns: SIGNAL_COLUMNS,
    filters: signalFilters(query),
    pages: pages(session, query, first),
  });
});

type SignalPage = Awaited<ReturnType<typeof readPage>>;

async function* pages(session: Session, query: SignalQuery, first: SignalPage) {
  for (let page: SignalPage | null = first; page; ) {
    yield page.rows;
    page = page.next ? await readPage(session, query, page.next) : null;
  }
}

function readPage(session: Session, query: SignalQuery, after: string | null) {
  return withTenant(
    session,
    "signal:read",
    (tx) => exportSignals(tx, session, query, { after, limit: ROWS_A_PAGE }),
    { timeoutMs: LONGEST_MS },
  );
}
