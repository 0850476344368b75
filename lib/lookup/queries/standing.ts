import "server-only";
import type { Session } from "#lib/auth/types.ts";
import {
  findLatestRun,
  findScore,
  isToldAlive,
  type RunDetail,
  type ScoreRow,
  valueSeenBy,
} from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findTier, getPolicy, tierName } from "#lib/tiers/index.ts";
import { aliveWord, mayLeave } from "../alive-word.ts";
import type { StandingFound, StandingValue } from "../types.ts";

/** Where a customer stands by the last run, without what the role may not read. */
export async function findStanding(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<StandingFound> {
  const found = await findScore(tx, session, customerId);
  if (!found) return (await findLatestRun(tx)) ? "no_score" : "no_run";
  const { run, score } = found;
  const name = tierName(run.totals?.tierCuts ?? null, score.tier);
  return {
    tierName: name,
    tier: findTier(await getPolicy(tx, session), name),
    mayLeave: mayLeave(score.pAlive),
    cutoffOn: run.cutoffOn,
    finishedAt: run.finishedAt,
    value: session.permissions.has("value:read") ? worthOf(session, run, score) : null,
  };
}

/** What the run tells of their leaving: BG/NBD tells nothing of who bought once. */
function leavingOf(
  session: Session,
  run: RunDetail,
  score: ScoreRow,
): Pick<StandingValue, "pAlive" | "atRiskMinor" | "atRiskBand" | "aliveWord"> {
  if (score.pAlive !== null && !isToldAlive(run, score.pAlive))
    return { pAlive: null, atRiskMinor: null, atRiskBand: null, aliveWord: "untold" };
  const { atRiskMinor, atRiskBand } = valueSeenBy(session, score);
  return { pAlive: score.pAlive, atRiskMinor, atRiskBand, aliveWord: aliveWord(score.pAlive) };
}

function worthOf(session: Session, run: RunDetail, score: ScoreRow): StandingValue {
  const { currency, horizonMonths, discountRateAnnual, marginRate, costPerOrderMinor } = run;
  const { band, valueMinor: expectedMinor } = valueSeenBy(session, score);
  const { historicMinor, valueMinor } = score;
  return {
    ...{ currency, horizonMonths, discountRateAnnual, marginRate, costPerOrderMinor },
    ...leavingOf(session, run, score),
    // Where there is no model, what is ranked is what was earned so far.
    historicMinor: historicMinor ?? (run.model === "historic" ? valueMinor : null),
    band,
    isAboveBand: band !== null && valueMinor > band[1],
    expectedMinor: band && expectedMinor,
    model: run.model ?? "historic",
    leavingModel: run.totals?.aliveModel ?? null,
    fitted: run.customers ?? 0,
    retentionCostPerYearMinor: run.totals?.retention ? run.retentionCostPerYearMinor : null,
    isLessContacts: {
      soFar: (run.totals?.historicContacts ?? null) !== null,
      ahead: (run.totals?.service ?? null) !== null,
    },
  };
}
