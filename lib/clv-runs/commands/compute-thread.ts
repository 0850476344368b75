import { parentPort, workerData } from "node:worker_threads";
import { computeRun } from "../compute-run.ts";
import type { RunInput } from "../run-input.ts";
import type { ThreadMessage } from "./compute-in-thread.ts";

/** The other side of `computeInThread`. */
function tell(message: ThreadMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

const output = computeRun(workerData as RunInput, (stage, share) => tell({ stage, share }));
const buffers = new Set(Object.values(output.scores).map((column) => column.buffer));
tell({ output }, [...buffers] as ArrayBuffer[]);
