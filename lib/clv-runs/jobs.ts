import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { stopwatch } from "#lib/time/index.ts";
import { computeInThread } from "./commands/compute-in-thread.ts";
import { dropScores } from "./commands/drop-scores.ts";
import { placeOf, reportProgress } from "./commands/report-progress.ts";
import {
  claimRun,
  failRun,
  finishRun,
  noteProgress,
  type RunAttempt,
  RunSuperseded,
} from "./commands/run-attempt.ts";
import { watchRun } from "./commands/watch-run.ts";
import { SCORES_AT_ONCE, writeScores } from "./commands/write-scores.ts";
import { readRunInput } from "./queries/read-run-input.ts";
import type { RunOutput } from "./run-input.ts";
import type { RunTimings } from "./types.ts";

type Payload = { tenantId: string; runId: string };

const LONG = { timeoutMs: 10 * 60_000, isRepeatable: true } as const;

/**
 * The job `clv.run`: read the orders, compute beside this thread, write the scores. May run twice; a run that was broken off begins again,
 * and of one that was stopped the scores go.
 */
export async function runClv({ tenantId, runId }: Payload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  const attempt = await withTenant(session, "value:write", (tx) => claimRun(tx, session, runId));
  if (!attempt) return dropAll(session, runId);
  const watched = watchRun(session, attempt);
  try {
    await computeAndStore(session, attempt, watched.signal);
  } catch (error) {
    if (!(error instanceof RunSuperseded)) throw error;
    await dropAll(session, runId);
  } finally {
    watched.end();
  }
}

/** Nothing where the run was not stopped. */
async function dropAll(session: Session, runId: string): Promise<void> {
  const some = () =>
    withTenant(session, "value:write", (tx) => dropScores(tx, session, runId), LONG);
  while ((await some()) > 0);
}

/** Say on a run that it was given up. */
export async function giveUpRun({ tenantId, runId }: Payload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  const failure = "The run stopped because of an error on our side. Start it again.";
  await withTenant(session, "value:write", (tx) => failRun(tx, session, runId, failure));
}

async function computeAndStore(
  session: Session,
  attempt: RunAttempt,
  signal: AbortSignal,
): Promise<void> {
  const { cutoffOn } = attempt;
  if (cutoffOn === null) {
    const failure = "What it reads is gone. Import orders or subscriptions and start again.";
    await withTenant(session, "value:write", (tx) => failRun(tx, session, attempt.runId, failure));
    return;
  }
  const progress = reportProgress(session, attempt);
  try {
    const since = stopwatch();
    const { input, ids } = await readInput(session, { ...attempt, cutoffOn }, (share) => {
      signal.throwIfAborted();
      progress.tell("reading", share);
    });
    const readMs = since();
    const output = await computeInThread(input, progress.tell, signal);
    const computeMs = since();
    await progress.end();
    await storeScores(session, attempt, ids, output);
    await finish(session, attempt, output, { readMs, computeMs, writeMs: since() });
  } finally {
    await progress.end();
  }
}

function readInput(
  session: Session,
  asked: RunAttempt & { cutoffOn: string },
  onProgress: (share: number) => void,
) {
  const options = { ...LONG, isSnapshot: true };
  return withTenant(
    session,
    "value:read",
    (tx) => readRunInput(tx, session, asked, onProgress),
    options,
  );
}

async function finish(
  session: Session,
  attempt: RunAttempt,
  { findings }: RunOutput,
  timings: RunTimings,
): Promise<void> {
  await withTenant(session, "value:write", (tx) =>
    finishRun(tx, session, attempt, { ...findings, timings }),
  );
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
