import { readFileSync } from "node:fs";

/** The most memory the process ever held, in MB (Linux). */
export function peakMb(pid: number): number {
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(peak?.[1] ?? Number.NaN) / 1024;
}
