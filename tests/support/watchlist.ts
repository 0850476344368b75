import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";

/** What a run of a test says of a customer. Money in minor units. */
export type TestScore = { pAlive: number | null; valueMinor: number; tier?: number };

const NOTHING = { valueMinor: 0, interval: null, modelInterval: null, historicMinor: 0, tiers: [] };
const CUTS = {
  by: "customers",
  tiers: [
    { name: "Best", share: 0.2 },
    { name: "Others", share: null },
  ],
};

/** Store a run with scores of customers by id, up to a day; the last one stored is the last run. */
export async function addWatchRun(
  session: Session,
  scores: ReadonlyMap<string, TestScore>,
  {
    model = "mbg_nbd",
    status = "succeeded",
    cutoffOn = "2026-11-01",
    horizonMonths = 36,
    isPartial = false,
    totalMinor = 0,
    aliveModel = null,
  }: {
    model?: "mbg_nbd" | "bg_nbd" | "historic";
    status?: "succeeded" | "refused";
    cutoffOn?: string;
    horizonMonths?: number;
    isPartial?: boolean;
    totalMinor?: number;
    /** By which model who has left is told, where it is not the run's */
    aliveModel?: "mbg_nbd" | null;
  } = {},
): Promise<string> {
  const runId = newId();
  const totals = {
    ...NOTHING,
    valueMinor: totalMinor,
    atRiskMinor: 0,
    aliveModel,
    tierCuts: CUTS,
    forecast: [],
    forecastYear: null,
  };
  await withTenant(session, "value:write", async (tx) => {
    await tx.clvRun.create({
      data: {
        ...{ id: runId, status, askedModel: "auto", model, horizonMonths, isPartial },
        ...{ discountRateAnnual: 0.1, currency: session.workspace.currency },
        ...{ customers: scores.size, repeaters: scores.size, totals: { ...totals, sample: [] } },
        ...{ cutoffOn: new Date(cutoffOn), finishedAt: new Date() },
      },
      select: { id: true },
    });
    await tx.clvScore.createMany({
      data: [...scores].map(([customerId, { pAlive, valueMinor, tier = 1 }]) => ({
        ...{ runId, customerId, tier, pAlive, valueMinor: BigInt(valueMinor) },
        ...{ lowMinor: BigInt(0), highMinor: BigInt(2 * valueMinor) },
        atRiskMinor: pAlive === null ? null : BigInt(Math.round(valueMinor * (1 - pAlive))),
      })),
    });
  });
  return runId;
}
