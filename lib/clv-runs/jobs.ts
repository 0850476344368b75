import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { cutsOf, getPolicy } from "#lib/tiers/index.ts";
import type { TierCuts } from "#lib/tiers/types.ts";
import { computeInThread } from "./commands/compute-in-thread.ts";
import {
  claimRun,
  failRun,
  finishRun,
  noteProgress,
  type RunAttempt,
  RunSuperseded,
} from "./commands/run-attempt.ts";
import { SCORES_AT_ONCE, writeScores } from "./commands/write-scores.ts";

import { WEEKS_PER_MONTH } from "./forecast-year.ts";
import { type ReadPurchases, readPurchases } from "./queries/read-purchases.ts";
import type { RunOutput } from "./run-input.ts";
import type { RunStage } from "./types.ts";

type Payload = { tenantId: string; runId: string };

const LONG = { timeoutMs: 10 * 60_000, isRepeatable: true } as const;
const DAY_MS = 86_400_000;
/** What is drawn is drawn alike in every run. */
const SEED = 20260501;
const REPORT_EVERY_MS = 700;

/** Where each stage begins in the whole, in percent. */
const BEGINS: Readonly<Record<RunStage, number>> = {
  reading: 0,
  choosing: 30,
  fitting: 35,
  scoring: 40,
  intervals: 45,
  writing: 55,
};
const STAGE_ENDS: Readonly<Record<RunStage, number>> = {
  reading: 30,
  choosing: 35,
  fitting: 40,
  scoring: 45,
  intervals: 55,
  writing: 99,
};

/** The job `clv.run`: read the orders, compute beside this thread, write the scores. May run twice; a run that was broken off begins again. */
export async function runClv({ tenantId, runId }: Payload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  const attempt = await withTenant(session, "value:write", (tx) => claimRun(tx, session, runId));
  if (!attempt) return;
  try {
    await computeAndStore(session, attempt);
  } catch (error) {
    if (!(error instanceof RunSuperseded)) throw error;
  }
}

/** Say on a run that it was given up. */
export async function giveUpRun({ tenantId, runId }: Payload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  const failure = "The run stopped because of an error on our side. Start it again.";
  await withTenant(session, "value:write", (tx) => failRun(tx, session, runId, failure));
}

async function computeAndStore(session: Session, attempt: RunAttempt): Promise<void> {
  const { cutoffOn } = attempt;
  if (cutoffOn === null) {
    await withTenant(session, "value:write", (tx) =>
      failRun(tx, session, attempt.runId, "The orders are gone. Import orders and start again."),
    );
    return;
  }
  const tell = reporter(session, attempt);
  const since = stopwatch();
  const read = await withTenant(
    session,
    "value:read",
    async (tx) => ({
      tierCuts: cutsOf(await getPolicy(tx, session)),
      ...(await readPurchases(tx, session, { ...attempt, cutoffOn }, (share) =>
        tell("reading", share),
      )),
    }),
    { ...LONG, isSnapshot: true },
  );
  const readMs = since();
  const output = await computeInThread(inputOf(attempt, cutoffOn, read), tell);
  const computeMs = since();
  await storeScores(session, attempt, read.ids, output);
  const timings = { readMs, computeMs, writeMs: since() };
  await withTenant(session, "value:write", (tx) =>
    finishRun(tx, session, attempt, { ...output.findings, timings }),
  );
}

/** Milliseconds since it was asked before, or since it was made. */
function stopwatch(): () => number {
  let fromMs = performance.now();
  return () => {
    const elapsedMs = performance.now() - fromMs;
    fromMs += elapsedMs;
    return Math.round(elapsedMs);
  };
}

function inputOf(
  attempt: RunAttempt,
  cutoffOn: string,
  { tierCuts, ...read }: ReadPurchases & { tierCuts: TierCuts },
) {
  const { model, horizonMonths, discountRateAnnual, marginRate, costPerOrderMinor } = attempt;
  const unit = 10 ** minorDigits(attempt.currency);
  return {
    purchases: read.purchases,
    customerCount: read.customerCount,
    model: model === "sbg" ? "historic" : model,
    cutoffDay: Date.parse(cutoffOn) / DAY_MS,
    horizonWeeks: horizonMonths * WEEKS_PER_MONTH,
    discountRateAnnual,
    marginRate: marginRate ?? 1,
    costPerOrder: (costPerOrderMinor ?? 0) / unit,
    tierCuts,
    unit,
    seed: SEED,
  } as const;
}

/** Scores go in as they can; nobody reads them before the run has ended. */
async function storeScores(
  session: Session,
  attempt: RunAttempt,
  ids: Uint8Array,
  { scores }: RunOutput,
): Promise<void> {
  const count = scores.customers.length;
  for (let from = 0; from < count; from += SCORES_AT_ONCE) {
    const to = Math.min(count, from + SCORES_AT_ONCE);
    await withTenant(
      session,
      "value:write",
      async (tx) => {
        await planForBulk(tx);
        await noteProgress(tx, session, attempt, placeOf("writing", to / count));
        await writeScores(tx, session, attempt.runId, { scores, ids, from, to });
      },
      LONG,
    );
  }
}

function placeOf(stage: RunStage, share: number): { stage: RunStage; percent: number } {
  const [from, to] = [BEGINS[stage], STAGE_ENDS[stage]];
  return { stage, percent: Math.floor(from + (to - from) * share) };
}

/** Notes progress now and then; what cannot be noted is no harm, a later note or the end will tell. */
function reporter(session: Session, attempt: RunAttempt) {
  let lastMs = Number.NEGATIVE_INFINITY;
  let isBusy = false;
  return (stage: RunStage, share: number): void => {
    if (isBusy || performance.now() - lastMs < REPORT_EVERY_MS) return;
    isBusy = true;
    lastMs = performance.now();
    withTenant(session, "value:write", (tx) =>
      noteProgress(tx, session, attempt, placeOf(stage, share)),
    )
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  };
}
