import { recordListExport } from "#lib/audit/index.ts";
import { amountText } from "#lib/format/amount-text.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getLatencyReport, type LatencyReport } from "#lib/sources/index.ts";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["source", "kind", "owner", "rhythm", "rows", "revenue_of_customers", "currency"],
  ...["last_used_on", "is_unused", "last_import_at"],
];

/** The sources that are not archived, by name, with what the latency index counts, in the `?format`. */
export const GET = memberRoute((request, session) =>
  listExport(request, session, {
    name: "sources",
    columns: COLUMNS,
    amounts: ["revenue_of_customers"],
    filters: [],
    permission: "source:read",
    readPage: async (tx) => {
      const { sources } = await getLatencyReport(tx, session);
      return {
        rows: sources.map((source) => cells(source, session.workspace.currency)),
        next: null,
      };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "sources", format }),
  }),
);

function cells(source: LatencyReport["sources"][number], currency: string) {
  return [
    ...[source.name, source.kind, source.owner?.name ?? null, source.rhythm, source.rowCount],
    source.valueMinor === null ? null : amountText(source.valueMinor, currency),
    ...[currency, source.lastUse?.on ?? null, source.isUnused],
    source.lastImport?.finishedAt ?? null,
  ];
}
