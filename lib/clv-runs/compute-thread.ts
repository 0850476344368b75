import { parentPort, workerData } from "node:worker_threads";
import type { ThreadMessage } from "./compute-in-thread.ts";
import { computeRun, type RunInput } from "./compute-run.ts";

/** The other side of `computeInThread`. */
function tell(message: ThreadMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

const output = computeRun(workerData as RunInput, (stage, share) => tell({ stage, share }));
const buffers = new Set(Object.values(output.scores).map((column) => column.buffer));
tell({ output }, [...buffers] as ArrayBuffer[]);
