import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PROJECT_FOLDER } from "#lib/boot/places.ts";
import type { RunInput, RunOutput } from "../run-input.ts";
import type { OnStage, RunStage } from "../types.ts";

export type ThreadMessage = { stage: RunStage; share: number } | { output: RunOutput };

const THREAD = join(PROJECT_FOLDER, "lib/clv-runs/commands/compute-thread.ts");
/** Columns lie outside the heap; this is for everything else. */
const MOST_HEAP_MB = 512;

/**
 * `computeRun` or `computeContractRun` in a thread of its own: a minute of sums must not keep this process from its heartbeat. The columns of `input`
 * move there and are gone here. The thread ends at once where `signal` says so, whatever it is at.
 */
export function computeInThread(
  input: RunInput,
  onStage: OnStage,
  signal: AbortSignal,
): Promise<RunOutput> {
  signal.throwIfAborted();
  const columns = [input.basis === "contracts" ? input.contracts : input.purchases, input.contacts];
  const buffers = columns.flatMap((each) => Object.values(each ?? {}).map(({ buffer }) => buffer));
  const worker = new Worker(THREAD, {
    workerData: input,
    transferList: buffers as ArrayBuffer[],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  const stop = () => void worker.terminate();
  signal.addEventListener("abort", stop, { once: true });
  return new Promise<RunOutput>((resolve, reject) => {
    worker.on("message", (message: ThreadMessage) => {
      if ("output" in message) resolve(message.output);
      else onStage(message.stage, message.share);
    });
    worker.on("error", reject);
    worker.on("exit", (code) =>
      reject(signal.aborted ? signal.reason : new Error(`The thread of a run ended with ${code}.`)),
    );
  }).finally(() => signal.removeEventListener("abort", stop));
}
