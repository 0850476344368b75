import { withTenant } from "#lib/db/with-tenant.ts";
import { amountText } from "#lib/format/amount-text.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getLatencyReport } from "#lib/sources/index.ts";

export const dynamic = "force-dynamic";

const LONGEST_MS = 30_000;
const HEADER = [
  ...["source", "kind", "owner", "rhythm", "rows", "revenue_of_customers", "currency"],
  ...["last_used_on", "is_unused"],
];

/** The sources behind the latency index, by name. */
export const GET = memberRoute(async (_request, session) => {
  const report = await withTenant(session, "source:read", (tx) => getLatencyReport(tx, session), {
    timeoutMs: LONGEST_MS,
  });
  const { currency } = session.workspace;
  const rows = report.sources.map((source) => [
    ...[source.name, source.kind, source.owner?.name ?? null, source.rhythm, source.rowCount],
    source.valueMinor === null ? null : amountText(source.valueMinor, currency),
    ...[currency, source.lastUse?.on ?? null, source.isUnused ? "yes" : "no"],
  ]);
  return csvDownload(`latency-${report.today}.csv`, HEADER, [rows]);
});
