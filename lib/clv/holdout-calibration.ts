import { areaError } from "#lib/stats/area-error.ts";
import { areaUnderCurve } from "#lib/stats/area-under-curve.ts";
import { shareOfSum } from "#lib/stats/share-of-sum.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { customerAt } from "./customer-at.ts";
import { buyChanceBy } from "./forecast.ts";
import { inUnits } from "./models/alive-chance.ts";
import { tenthsBy } from "./tenths-by.ts";
import type {
  AnyPurchaseFit,
  ChanceTenth,
  CustomerScores,
  HoldoutCalibration,
  HoldoutSplit,
  WatchedTenth,
} from "./types.ts";

/**
 * How chances to buy in the holdout met what came, and how many of those who left two rankings found in their first tenth: by the
 * chance alone, and by what would be lost, as a watch list ranks (value ahead × chance to have left, over the length of the holdout).
 *
 * Who bought nothing in the holdout has left. Source: Brier (1950), Verification of forecasts expressed in terms of
 * probability, MWR 78. Worked: chances 0.8, 0.4 of one who came and one who did not have a Brier score of (0.04 + 0.16) / 2 = 0.1.
 */
export function holdoutCalibration(
  split: HoldoutSplit,
  fit: AnyPurchaseFit,
  scores: Pick<CustomerScores, "pAlive" | "residualValue">,
): HoldoutCalibration {
  const chances = buyChances(split, fit, scores.pAlive);
  const losses = scores.residualValue.map((value, i) => value * (1 - at(scores.pAlive, i)));
  return calibrationOf(foretoldIn(split, { chances, losses }));
}

/** What a holdout says of chances and losses that were foretold of its customers. */
export function foretoldIn(
  split: HoldoutSplit,
  foretold: Pick<Foretold, "chances" | "losses">,
): Foretold {
  const came = split.holdoutPurchases.map((count) => (count > 0 ? 1 : 0));
  return { ...foretold, came, lostSpend: spendLost(split, came) };
}

/**
 * Of each customer whether they came (1) or not (0), the chance of it that was foretold, what their leaving was expected to
 * lose, and what it lost.
 */
export type Foretold = {
  readonly came: Int32Array;
  readonly chances: Float64Array;
  readonly losses: Float64Array;
  readonly lostSpend: Float64Array;
};

/** The same of what is known of each customer, place by place. */
export function calibrationOf({ came, chances, losses, lostSpend }: Foretold): HoldoutCalibration {
  const n = came.length;
  const back = came.reduce((sum, each) => sum + each, 0);
  const auc = areaUnderCurve(chances, came);
  return {
    customers: n,
    left: n - back,
    ...brierOf(chances, came),
    baseBrier: (back / n) * (1 - back / n),
    auc,
    aucError: auc === null ? null : areaError(auc, back, n - back),
    tenths: tenthsBy(chances.map((chance) => 1 - chance)).map((members) =>
      chanceTenth(members, chances, came),
    ),
    byChance: firstTenth(
      chances.map((chance) => 1 - chance),
      came,
      lostSpend,
    ),
    byLoss: firstTenth(losses, came, lostSpend),
    lostSpend: lostSpend.reduce((sum, spend) => sum + spend, 0),
  };
}

/** P(alive) × the chance to buy of who is alive. */
function buyChances(
  { calibration, holdoutDays }: HoldoutSplit,
  fit: AnyPurchaseFit,
  pAlive: Float64Array,
): Float64Array {
  const { daysPerUnit } = calibration;
  const period = holdoutDays / daysPerUnit;
  return pAlive.map((alive, i) => {
    const { frequency, age } = inUnits(customerAt(calibration, i), daysPerUnit);
    return alive * buyChanceBy(fit, { frequency, age, period });
  });
}

/** The mean squared miss and its standard error. */
function brierOf(chances: Float64Array, came: Int32Array): { brier: number; brierError: number } {
  const n = chances.length;
  const misses = chances.map((chance, i) => (chance - intAt(came, i)) ** 2);
  const brier = misses.reduce((sum, miss) => sum + miss, 0) / n;
  const squares = misses.reduce((sum, miss) => sum + (miss - brier) ** 2, 0);
  return { brier, brierError: n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n) };
}

function chanceTenth(members: Uint32Array, chances: Float64Array, came: Int32Array): ChanceTenth {
  const sum = members.reduce((total, place) => total + at(chances, place), 0);
  return {
    customers: members.length,
    predicted: sum / members.length,
    came: members.reduce((total, place) => total + intAt(came, place), 0),
  };
}

/** What those who left would have spent in the holdout at their pace of before; 0 for who bought once. */
function spendLost({ calibration, holdoutDays }: HoldoutSplit, came: Int32Array): Float64Array {
  return Float64Array.from(came, (isBack, i) => {
    const { repeats, meanSpend, ageDays } = customerAt(calibration, i);
    return isBack === 1 || ageDays === 0 ? 0 : (repeats * meanSpend * holdoutDays) / ageDays;
  });
}

function firstTenth(scores: Float64Array, came: Int32Array, lostSpend: Float64Array): WatchedTenth {
  const members = tenthsBy(scores)[0] ?? new Uint32Array();
  const chosen = new Int32Array(came.length);
  for (const place of members) chosen[place] = 1;
  const lost = shareOfSum(lostSpend, chosen);
  return {
    customers: members.length,
    left: members.reduce((count, place) => count + 1 - intAt(came, place), 0),
    lostShare: lost?.share ?? null,
    lostShareError: lost?.standardError ?? null,
  };
}
