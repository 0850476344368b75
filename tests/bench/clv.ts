import { fitPurchases, fitSpend, scoreCustomers } from "#lib/clv/index.ts";
import type { PurchaseHistory } from "#lib/clv/types.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const WARM_UPS = 2;
const REPEATS = 5;
const OPTIONS = { horizonWeeks: 156.536, discountRateAnnual: 0.15, marginRate: 0.4 };

/** 300 ms at a million, and no more than in proportion at ten. */
const targetMs = (customers: number) => Math.max(300, (300 * customers) / 1e6);

type Profile = keyof typeof SHOP_PROFILES;

/**
 * Seconds that lifetimes 0.11.3 (Python 3.11, numpy 1.24, scipy 1.10, one BLAS thread) took on two shared cores for the same
 * customers: BG/NBD fit, Gamma-Gamma fit, value of 12 months of all. Measured once for this project; noise of ± 20 to 40 %.
 */
const LIFETIMES_SECONDS: Readonly<Record<string, { fit: number; spend?: number; value?: number }>> =
  {
    "cdnow 100000": { fit: 0.783, spend: 0.212, value: 1.043 },
    "shop2y 100000": { fit: 0.92, spend: 0.292, value: 0.906 },
    "cdnow 1000000": { fit: 7.474, spend: 1.198, value: 7.09 },
    "shop2y 1000000": { fit: 7.32, spend: 1.998, value: 7.466 },
    "cdnow 10000000": { fit: 92.16 },
  };

/** What one exp and three logs of each of a million rows took on the machine of those timings, in milliseconds. */
const LOGS_THERE_MS = 30.7;

/** `npm run bench -- clv [customers]`: BG/NBD fit, Gamma-Gamma fit and scoring of simulated customers, in memory, beside a bare pass. */
export async function benchClv(customers: number): Promise<boolean> {
  const totals: number[] = [];
  for (const profile of ["cdnow", "shop2y"] as const) {
    const { history } = simulateCustomers(customers, SHOP_PROFILES[profile]);
    totals.push(measure(profile, history));
  }
  return totals.every((total) => total <= targetMs(customers));
}

function measure(profile: Profile, history: PurchaseHistory): number {
  const customers = history.repeats.length;
  const name = `${profile} ${customers}`;
  const purchases = fitPurchases(history, "bg_nbd");
  const spend = fitSpend(history);
  console.log(
    `${name}: ${purchases.repeaters} repeaters, log-likelihood ${purchases.logLikelihood.toFixed(4)}`,
  );
  const steps = {
    fit: warmMedian(() => fitPurchases(history, "bg_nbd")),
    spend: warmMedian(() => fitSpend(history)),
    score: warmMedian(() => scoreCustomers(history, { purchases, spend }, OPTIONS)),
  };
  const served = { ...history, serviceCosts: new Float64Array(customers).fill(0.05) };
  const costed = warmMedian(() => scoreCustomers(served, { purchases, spend }, OPTIONS));
  const everything = () => {
    const fits = { purchases: fitPurchases(history, "bg_nbd"), spend: fitSpend(history) };
    return scoreCustomers(history, fits, OPTIONS);
  };
  const total = warmMedian(everything);
  const processor = warmProcessorMedian(everything);
  const floor = warmMedian(() => barePass(history));
  for (const [step, ms] of Object.entries(steps)) console.log(`  ${step}: ${ms.toFixed(1)} ms`);
  console.log(`  score with a cost of contacts: ${costed.toFixed(1)} ms`);
  console.log(
    `  all in one: ${total.toFixed(1)} ms (target ${targetMs(customers)} ms), ${processor.toFixed(1)} ms of processor`,
  );
  console.log(
    `  a bare pass over the columns: ${floor.toFixed(2)} ms, ${(total / floor).toFixed(0)} times`,
  );
  const theirs = LIFETIMES_SECONDS[name];
  if (!theirs) return total;
  const logs = (warmMedian(() => logsOfRows(history)) * 1e6) / customers;
  const pace = logs / LOGS_THERE_MS;
  console.log(`  lifetimes' stored timings take as long: ${inTimes(theirs, { ...steps, total })}`);
  console.log(
    `  an exp and three logs a row: ${logs.toFixed(1)} ms a million, ${LOGS_THERE_MS} ms on the machine of those timings, so this one takes ${pace.toFixed(2)} times as long; at its pace: ${inTimes(theirs, { ...steps, total }, pace)}`,
  );
  return total;
}

/** How many times as long lifetimes took; `pace`: how many times as long the machine of these times takes for the same work as its one. */
function inTimes(
  theirs: { fit: number; spend?: number; value?: number },
  ours: { fit: number; spend: number; score: number; total: number },
  pace = 1,
): string {
  const times = (seconds: number | undefined, ms: number) =>
    seconds === undefined ? "–" : `${Math.round((1000 * seconds * pace) / ms)} times`;
  return `fit ${times(theirs.fit, ours.fit)}, spend ${times(theirs.spend, ours.spend)}, value of all ${times(theirs.value, ours.score)}, all in one ${times(sumOf(theirs), ours.total)}`;
}

/** All three, where all three were measured. */
function sumOf({ fit, spend, value }: { fit: number; spend?: number; value?: number }) {
  return spend === undefined || value === undefined ? undefined : fit + spend + value;
}

/** Reads every column once and adds it up: what no program can do without. */
function barePass({ repeats, lastDays, ageDays, meanSpend }: PurchaseHistory): number {
  let sum = 0;
  for (let i = 0; i < repeats.length; i++)
    sum += intAt(repeats, i) + intAt(lastDays, i) + intAt(ageDays, i) + at(meanSpend, i);
  return sum;
}

/** Work that takes no memory to speak of and is the same in every version of the engine: how fast the machine itself is. */
function logsOfRows({ repeats, lastDays, ageDays }: PurchaseHistory): number {
  let sum = 0;
  for (let i = 0; i < repeats.length; i++) {
    const age = intAt(ageDays, i);
    sum += Math.exp(age / -100) + Math.log(age + 1);
    sum += Math.log(intAt(lastDays, i) + 2) + Math.log(intAt(repeats, i) + 3);
  }
  return sum;
}

/** The median of five runs after two that warm up, in milliseconds. */
function warmMedian(work: () => unknown): number {
  return medianOf(() => performance.now(), work);
}

/** As `warmMedian`, of the processor's time: what the clock would say with nobody else on the machine, or a little more. */
function warmProcessorMedian(work: () => unknown): number {
  return medianOf(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }, work);
}

function medianOf(nowMs: () => number, work: () => unknown): number {
  for (let i = 0; i < WARM_UPS; i++) work();
  const times = Float64Array.from({ length: REPEATS }, () => {
    const startedMs = nowMs();
    work();
    return nowMs() - startedMs;
  });
  return at(times.sort(), Math.floor(REPEATS / 2));
}
