import { readdirSync, readFileSync } from "node:fs";

export type ProcessEntry = { pid: number; parent: number; command: string };

/** The processes of this machine (Linux). */
export function listProcesses(): ProcessEntry[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
}

/** The children of a process. */
export function childrenOf(parent: number): ProcessEntry[] {
  return listProcesses().filter((entry) => entry.parent === parent);
}

function readProcess(pid: number): ProcessEntry[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent = "0"] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z") return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return [{ pid, parent: Number(parent), command }];
  } catch {
    // It ended while we looked.
    return [];
  }
}
