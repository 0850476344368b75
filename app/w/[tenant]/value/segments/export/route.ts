import {
  findLatestRun,
  LIFETIME_AMOUNTS,
  readSegmentsAhead,
  segmentsAheadTable,
} from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { partField, readListQuery, unknownValues } from "#lib/lists/index.ts";
import { findSegmentProfits } from "#lib/value/index.ts";
import { PROFIT_AMOUNTS, segmentProfitTable } from "#lib/value/segment-profits.ts";

export const dynamic = "force-dynamic";

const ASKED = { file: partField("file", ["ahead", "profit"]) };

/** What RFM segments are worth by the last run, or what they have earned so far. */
export const GET = memberRoute(async (request, session) => {
  const params = new URL(request.url).searchParams;
  const isProfit = readListQuery(ASKED, params).file === "profit";
  const unknown = unknownValues(ASKED, params, ["format"]);
  const { ahead, profits } = await withTenant(session, "value:read", async (tx) => {
    const run = isProfit ? null : await findLatestRun(tx);
    return {
      ahead: run && (await readSegmentsAhead(tx, session, run)),
      profits: isProfit ? await findSegmentProfits(tx, session) : null,
    };
  });
  if (profits) {
    const { header, rows } = segmentProfitTable(profits.rows, profits.value.currency);
    return listDownload(request, {
      ...{ name: `segments-profit-${profits.value.asOfOn}`, columns: header },
      ...{ amounts: PROFIT_AMOUNTS, filters: [], pages: [rows], unknown },
    });
  }
  if (!ahead) throw new DomainError("not_found", "There is no run yet.");
  const { header, rows } = segmentsAheadTable(ahead);
  return listDownload(request, {
    ...{ name: `segments-clv-${ahead.run.cutoffOn}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows], unknown },
  });
});
