import { parentPort, workerData } from "node:worker_threads";
import { computeContractRun } from "../compute-contracts.ts";
import { computeRun } from "../compute-run.ts";
import type { RunInput, RunOutput } from "../run-input.ts";
import type { RunStage } from "../types.ts";
import type { ThreadMessage } from "./compute-in-thread.ts";

/** The other side of `computeInThread`. */
function tell(message: ThreadMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function compute(input: RunInput): RunOutput {
  const onStage = (stage: RunStage, share: number) => tell({ stage, share });
  return input.basis === "contracts"
    ? computeContractRun(input, onStage)
    : computeRun(input, onStage);
}

const output = compute(workerData as RunInput);
const buffers = new Set(Object.values(output.scores).map((column) => column.buffer));
tell({ output }, [...buffers] as ArrayBuffer[]);
