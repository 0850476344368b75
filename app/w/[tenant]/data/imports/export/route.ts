import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { importsAddress } from "#lib/imports/filter.ts";
import { listImports, recordHistoryExport } from "#lib/imports/index.ts";
import type { ImportView } from "#lib/imports/views.ts";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["import_id", "kind", "file_name", "status", "is_dry_run", "created", "updated"],
  ...["unchanged", "rejected", "customers_created", "origin", "by", "created_at", "started_at"],
  ...["finished_at", "undone_at"],
];

/** The history of imports that matches the list's filter, in the `?format`; whoever takes it away leaves an event. */
export const GET = memberRoute((request, session) => {
  const params = new URL(request.url).searchParams;
  const query = importsAddress.read(params);
  return listExport(request, session, {
    unknown: importsAddress.unknown(params, ["format"]),
    name: "imports",
    columns: COLUMNS,
    filters: importsAddress.filters(query),
    permission: "import:read",
    readPage: async (tx, page) => {
      const { items, next } = await listImports(tx, page, query);
      return { rows: items.map(cells), next };
    },
    record: (tx, format) => recordHistoryExport(tx, session, { query, format }),
  });
});

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
