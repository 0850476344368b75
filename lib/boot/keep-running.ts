import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** One of the processes the supervisor answers for. */
export type Service = {
  name: string;
  /** Start it; resolves once it runs, and rejects when it cannot. */
  start: () => Promise<ChildProcess>;
  stop: (child: ChildProcess) => Promise<void>;
};

export type Kept = {
  /** Stop it for good; resolves when it is gone. */
  stop: () => Promise<void>;
  /** How often it ended by itself. */
  endings: () => number;
};

const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;
/** A process that ran so long was fine: the next pause is the shortest again. */
const HEALTHY_MS = 30_000;

/**
 * Start a service and start it again whenever it ends, with a longer pause each time it ends early.
 *
 * @throws Error when the first start fails
 */
export async function keepRunning(
  service: Service,
  say: (sentence: string) => void,
  running?: ChildProcess,
): Promise<Kept> {
  const state = { isStopping: false, endings: 0, pauseMs: SHORTEST_PAUSE_MS };
  let child: ChildProcess | null = running ?? (await service.start());
  const wake = new AbortController();

  const watched = (async () => {
    while (child) {
      const ranMs = await untilEnded(child);
      child = null;
      if (state.isStopping) return;
      state.endings += 1;
      if (ranMs > HEALTHY_MS) state.pauseMs = SHORTEST_PAUSE_MS;
      say(`The ${service.name} ended unexpectedly and is started again.`);
      child = await startAgain(service, state, wake.signal, say);
    }
  })();

  return {
    endings: () => state.endings,
    stop: async () => {
      state.isStopping = true;
      wake.abort();
      if (child) await service.stop(child);
      await watched;
    },
  };
}

type State = { isStopping: boolean; pauseMs: number };

async function startAgain(
  service: Service,
  state: State,
  woken: AbortSignal,
  say: (sentence: string) => void,
): Promise<ChildProcess | null> {
  for (;;) {
    await sleep(state.pauseMs, undefined, { signal: woken }).catch(() => undefined);
    state.pauseMs = Math.min(state.pauseMs * 2, LONGEST_PAUSE_MS);
    if (state.isStopping) return null;
    try {
      const child = await service.start();
      if (state.isStopping) await service.stop(child);
      return child;
    } catch (error) {
      say(
        `The ${service.name} could not be started: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}

/** How long it ran from now on, in milliseconds. */
function untilEnded(child: ChildProcess): Promise<number> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const done = () => resolve(performance.now() - startedMs);
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once("exit", done).once("error", done);
  });
}
