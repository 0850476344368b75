import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { findLatestRun, findScore, type RunDetail, type ScoreRow } from "#lib/clv-runs/index.ts";
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

function worthOf({ permissions }: Session, run: RunDetail, score: ScoreRow): StandingValue {
  const { currency, horizonMonths, discountRateAnnual, marginRate, customers } = run;
  const { pAlive, historicMinor, atRiskMinor, lowMinor, highMinor, valueMinor } = score;
  const hasModel = lowMinor !== null && highMinor !== null;
  return {
    ...{ currency, horizonMonths, discountRateAnnual, marginRate, pAlive, atRiskMinor },
    // Where there is no model, what is ranked is what was earned so far.
    historicMinor: historicMinor ?? (run.model === "historic" ? valueMinor : null),
    band: hasModel ? [lowMinor, highMinor] : null,
    expectedMinor: hasModel && permissions.has("value:write") ? valueMinor : null,
    aliveWord: aliveWord(pAlive),
    model: run.model ?? "historic",
    fitted: customers ?? 0,
  };
}
