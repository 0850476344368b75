import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { backtestErrorOf } from "#lib/clv/index.ts";
import {
  findLatestRun,
  hasCosts,
  partInterval,
  type RunDetail,
  readableGroups,
} from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { tierName } from "#lib/tiers/index.ts";
import type { ValueOverview } from "#lib/value/types.ts";
import { bridgeOf, type ExpectedFault } from "../bridge-of.ts";
import type { AcquisitionReturn, BridgePart, BridgeSums } from "../types.ts";
import { findAcquisitionReturn } from "./acquisition.ts";
import { readReturned, readTierSums, type TierSums } from "./tier-sums.ts";

/** The bridge of all customers of the last run and of each of its tiers that the session may see, the whole first. */
export type LifetimeBridge = {
  value: ValueOverview;
  run: RunDetail;
  parts: readonly BridgePart[];
  /** null until what it cost to win customers is stored */
  acquisition: AcquisitionReturn | null;
};

/** How revenue so far leads to lifetime value, by the last run; null until there is a run. */
export async function findLifetimeBridge(
  tx: TenantTx,
  session: Session,
  value: ValueOverview,
): Promise<LifetimeBridge | null> {
  const run = await findLatestRun(tx);
  if (!run) return null;
  const { currency, asOfOn, rates } = value;
  const tiers = await readTierSums(tx, session, { runId: run.id, currency, asOfOn });
  const fault = faultOf(run, value);
  const runId = fault === null && run.model !== "historic" ? run.id : null;
  return {
    ...{ value, run },
    parts: readableParts(session, partsOf(run, tiers, fault)),
    acquisition: await findAcquisitionReturn(tx, session, {
      ...{ runId, currency, asOfOn, rates },
      backtestError: backtestErrorOf(run.holdout),
    }),
  };
}

/** The whole, and the tiers that may be told beside it. */
function readableParts(session: Session, parts: readonly BridgePart[]): BridgePart[] {
  const tiers = parts.filter(({ tier }) => tier !== null);
  const readable = readableGroups(
    session,
    tiers.map(({ bridge }) => bridge.customers),
  );
  return [
    ...parts.filter(({ tier }) => tier === null),
    ...tiers.filter((_, place) => readable[place]),
  ];
}

/** The bridge of all customers with orders, and whether it is stored what some cost to win. */
export type WorkspaceBridge = { part: BridgePart; hasAcquisition: boolean };

/** The same of all customers by what was last computed: it costs as much with ten thousand orders as with ten million. */
export async function findWorkspaceBridge(
  tx: TenantTx,
  session: Session,
  { value, run }: { value: ValueOverview; run: RunDetail },
): Promise<WorkspaceBridge> {
  const { currency, asOfOn, revenueMinor, marginMinor, costToServeMinor } = value;
  const { returnedMinor, hasAcquisition } = await readReturned(tx, session, { currency, asOfOn });
  // A run of a part of the customers says nothing of the others.
  const isOfAll = run.model !== "historic" && run.cohort === null;
  const sums = {
    ...{ customers: value.customersWithOrders, revenueMinor, returnedMinor, marginMinor },
    costToServeMinor,
    expectedMinor: isOfAll ? (run.totals?.valueMinor ?? null) : null,
    interval: isOfAll ? (run.totals?.interval ?? null) : null,
  };
  const part = { tier: null, name: null, bridge: bridgeOf(sums, faultOf(run, value)) };
  return { part, hasAcquisition };
}

/** So many days of orders may be told twice: a run of the night lags behind what was earned since. */
const MOST_DAYS_TWICE = 7;
const DAY_MS = 86_400_000;

/**
 * Why what the run expects is no part of what was earned: another measure or currency, other rates, or a cut-off long before the day
 * of value, as what came since would be counted twice.
 */
function faultOf(run: RunDetail, { rates, currency, asOfOn }: ValueOverview): ExpectedFault | null {
  if (run.model === "historic") return null;
  if ((run.marginRate === null) !== (rates.marginRate === null) || run.currency !== currency)
    return "other_measure";
  const areSame =
    run.marginRate === rates.marginRate &&
    (run.marginRate === null || run.costPerOrderMinor === rates.costPerOrderMinor);
  if (!areSame) return "other_rates";
  const daysTwice = (Date.parse(asOfOn) - Date.parse(run.cutoffOn ?? asOfOn)) / DAY_MS;
  return daysTwice > MOST_DAYS_TWICE ? "earlier_day" : null;
}

function partsOf(
  run: RunDetail,
  tiers: readonly TierSums[],
  fault: ExpectedFault | null,
): BridgePart[] {
  const whole = { tier: null, name: null, bridge: bridgeOf(sumsOf(run, tiers), fault) };
  return [
    whole,
    ...tiers.map((sums) => ({
      tier: sums.tier,
      name: tierName(run.totals?.tierCuts ?? null, sums.tier),
      bridge: bridgeOf(sumsOf(run, [sums]), fault),
    })),
  ];
}

/** Tiers as one; what a run without a model says of them is earned so far, not expected. */
function sumsOf(run: RunDetail, tiers: readonly TierSums[]): BridgeSums {
  const sum = (of: (tier: TierSums) => number | null) =>
    tiers.reduce((all, tier) => all + (of(tier) ?? 0), 0);
  const known = (of: (tier: TierSums) => number | null) =>
    tiers.every((tier) => of(tier) === null) ? null : sum(of);
  const expectedMinor = run.model === "historic" ? null : sum((tier) => tier.expectedMinor);
  return {
    customers: sum(({ customers }) => customers),
    revenueMinor: sum(({ revenueMinor }) => revenueMinor),
    returnedMinor: sum(({ returnedMinor }) => returnedMinor),
    marginMinor: known(({ marginMinor }) => marginMinor),
    costToServeMinor: known(({ costToServeMinor }) => costToServeMinor),
    expectedMinor,
    interval: expectedMinor === null ? null : intervalOf(run, tiers, expectedMinor),
  };
}

/** That of the whole run where all of its customers are there; else their own. */
function intervalOf(run: RunDetail, tiers: readonly TierSums[], valueMinor: number) {
  if (valueMinor === run.totals?.valueMinor) return run.totals.interval;
  const deviations = tiers.map((tier) => tier.deviationMinor ?? Number.NaN);
  const deviation = Math.hypot(...deviations);
  return partInterval(run, {
    valueMinor,
    deviationMinor: Number.isNaN(deviation) ? null : deviation,
    mayLose: hasCosts(run),
  });
}
