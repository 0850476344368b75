import { adoptEnvironment } from "#lib/boot/environment.ts";
import { KillLoop } from "#tests/support/kill-loop.ts";
import { OwnCluster } from "#tests/support/own-cluster.ts";
import { BENCH_ENVIRONMENT } from "./bench-environment.ts";

/** `npm run bench -- kills`: an import, and then its undo, under more kills than a bad year holds; exact at each step. */
export async function benchKills(): Promise<boolean> {
  adoptEnvironment(BENCH_ENVIRONMENT);
  const cluster = new OwnCluster();
  const loop = new KillLoop(cluster, { rows: 400_000, kills: 20, stops: 4, tell: console.log });
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
