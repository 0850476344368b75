import "server-only";
import type { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { type Likeness, likenessOf } from "../comparable-runs.ts";
import { type RunDetail, type RunSummary, summaryOf, WITHOUT_FINDINGS } from "../queries.ts";
import { StoredTotalsSchema } from "../stored-run.ts";

/** What a run of the past found altogether, and how far it can be set beside the run whose course it is in. Money in minor units. */
export type RunPoint = Pick<RunSummary, "id" | "cutoffOn" | "customers"> & {
  likeness: Likeness;
  totals: NonNullable<z.output<typeof StoredTotalsSchema>>;
};

const MOST_MONTHS = 24;

/**
 * The last run of each month with the same terms as a run, up to it and with it, the oldest first; of two years. One by the same model of
 * purchases is preferred; a month that has none is told by another's, so that it does not go missing unsaid. Empty where nothing was
 * foretold. Of the totals what is of every month ahead, and the samples, is left out.
 */
export async function listRunCourse(
  tx: TenantTx,
  { workspace }: Session,
  run: RunDetail,
): Promise<RunPoint[]> {
  if (run.cutoffOn === null || run.model === "historic") return [];
  const last = lastOfMonths(await listAlike(tx, run, run.cutoffOn), run);
  const rows = await tx.$queryRaw<{ id: string; totals: unknown }[]>`
    SELECT id::text AS id, totals - '{past,sample,contractSample,sampleServiceCosts}'::text[] || '{"forecast":[],"sample":[]}' AS totals
    FROM clv_run WHERE tenant_id = ${workspace.id}::uuid AND id = ANY(${last.map(({ id }) => id)}::uuid[])`;
  const totalsOf = new Map(rows.map(({ id, totals }) => [id, StoredTotalsSchema.parse(totals)]));
  return last.flatMap((each) => {
    const totals = totalsOf.get(each.id) ?? null;
    const { id, cutoffOn, customers } = each;
    const likeness = totals && likenessOf({ ...each, totals }, run);
    return totals && likeness ? [{ id, cutoffOn, customers, totals, likeness }] : [];
  });
}

/** Ended runs that foretold something, of the same kind, with a cut-off up to a day, by cut-off. */
async function listAlike(tx: TenantTx, run: RunDetail, cutoffOn: string): Promise<RunSummary[]> {
  const since = new Date(cutoffOn);
  since.setUTCMonth(since.getUTCMonth() - MOST_MONTHS + 1, 1);
  const rows = await tx.clvRun.findMany({
    omit: WITHOUT_FINDINGS,
    where: {
      ...{ status: run.status, isPartial: run.isPartial, basis: run.basis },
      model: { not: "historic" },
      currency: run.currency,
      cutoffOn: { gte: since, lte: new Date(cutoffOn) },
    },
    orderBy: [{ cutoffOn: "asc" }, { finishedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(summaryOf);
}

/** Of each month the last one with the terms of a run, by its model if there is one; who tells the chances to have left is seen in totals. */
function lastOfMonths(runs: readonly RunSummary[], { id, totals, ...terms }: RunDetail) {
  const byMonth = new Map<string, RunSummary>();
  for (const each of runs) {
    const month = each.cutoffOn?.slice(0, 7) ?? "";
    const isByModel = each.model === terms.model;
    if (!isByModel && byMonth.get(month)?.model === terms.model) continue;
    if (each.id === id || likenessOf({ ...each, totals }, { ...terms, totals }))
      byMonth.set(month, each);
  }
  return [...byMonth.values()];
}
