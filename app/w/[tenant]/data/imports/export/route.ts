import { countMemberUse } from "#lib/auth/member-limits.ts";
import type { Session } from "#lib/auth/types.ts";
import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { exportFormat } from "#lib/exports/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { type ImportQuery, importFilters, parseImportQuery } from "#lib/imports/filter.ts";
import { listImports, recordHistoryExport } from "#lib/imports/index.ts";
import type { ImportView } from "#lib/imports/views.ts";

export const dynamic = "force-dynamic";

const ROWS_A_PAGE = 1_000;
const COLUMNS = [
  ...["import_id", "kind", "file_name", "status", "is_dry_run", "created", "updated"],
  ...["unchanged", "rejected", "customers_created", "origin", "by", "created_at", "started_at"],
  ...["finished_at", "undone_at"],
];

/** The history of imports that matches the list's filter, in the `?format`; whoever takes it away leaves an event. */
export const GET = memberRoute(async (request, session) => {
  requirePermission(session, "customer:export");
  requirePermission(session, "import:read");
  await countMemberUse(session, "archive");
  const params = new URL(request.url).searchParams;
  const query = parseImportQuery(params);
  const format = exportFormat(params.get("format"));
  const first = await readPage(session, query, null);
  await withTenant(session, "customer:export", (tx) =>
    recordHistoryExport(tx, session, { query, format }),
  );
  return listDownload(request, {
    name: "imports",
    columns: COLUMNS,
    filters: importFilters(query),
    pages: pages(session, query, first),
  });
});

type ImportPage = Awaited<ReturnType<typeof readPage>>;

async function* pages(session: Session, query: ImportQuery, first: ImportPage) {
  for (let page: ImportPage | null = first; page; ) {
    yield page.items.map(cells);
    page = page.next ? await readPage(session, query, page.next) : null;
  }
}

function readPage(session: Session, query: ImportQuery, after: string | null) {
  return withTenant(session, "import:read", (tx) =>
    listImports(tx, { after, limit: ROWS_A_PAGE }, query),
  );
}

function cells(view: ImportView) {
  const { counts, undo } = view;
  // Nothing is known of an import that waits: not 0.
  const known = (count: number) => (view.status === "queued" ? null : count);
  return [
    ...[view.id, view.kind, view.fileName, view.status, view.isDryRun, known(counts.created)],
    ...[known(counts.updated), known(counts.unchanged), known(counts.rejected)],
    ...[known(view.customersCreated), view.origin, view.createdByName, view.createdAt],
    ...[view.startedAt, view.finishedAt, undo?.undoneAt ?? null],
  ];
}
