import { adoptEnvironment } from "#lib/boot/environment.ts";
import { BENCH_ENVIRONMENT } from "./bench-environment.ts";

const PLAN = { rows: 240_000, kills: 20, stops: 4, undoKills: 4, undoStops: 1, workers: 2 };

/** `npm run bench -- kills [kind]`: an import, and then its undo, under more kills than a bad year holds; exact at each step. */
export async function benchKills(kind = "orders"): Promise<boolean> {
  adoptEnvironment(BENCH_ENVIRONMENT);
  // Loaded now, so that their modules read the environment just set.
  const { isKillKind, KILL_KINDS } = await import("#tests/support/kill-file.ts");
  if (!isKillKind(kind)) throw new Error(`Say which kind: ${Object.keys(KILL_KINDS).join(", ")}.`);
  const { KillLoop } = await import("#tests/support/kill-loop.ts");
  const { OwnCluster } = await import("#tests/support/own-cluster.ts");
  const cluster = new OwnCluster();
  const loop = new KillLoop(cluster, { ...PLAN, kind, tell: console.log });
  try {
    await cluster.start();
    await loop.run();
  } finally {
    await loop.stop();
    await cluster.stop();
  }
  console.log(loop.problems.length === 0 ? "every count and sum exact" : "WRONG, see above");
  return loop.problems.length === 0;
}
