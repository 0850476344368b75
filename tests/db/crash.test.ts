import { afterAll, beforeAll, expect, it } from "vitest";
import { KillLoop } from "#tests/support/kill-loop.ts";
import { OwnCluster } from "#tests/support/own-cluster.ts";

/** The long one, with 20 kills and twin workers, is `npm run bench -- kills`. */
const PLAN = { rows: 40_000, kills: 2, stops: 1, undoKills: 1, undoStops: 0, workers: 1 };

const cluster = new OwnCluster();
const loops: KillLoop[] = [];

beforeAll(() => cluster.start(), 60_000);
afterAll(async () => {
  for (const loop of loops) await loop.stop();
  await cluster.stop();
});

it.each([
  ["orders", PLAN.rows],
  ["signals", PLAN.rows],
  ["interactions", 16_000],
  ["subscriptions", 16_000],
  ["segment_lists", 16_000],
] as const)(
  "imports and undoes a file of %s to the row and the unit while worker and database are killed",
  async (kind, rows) => {
    const told: string[] = [];
    const loop = new KillLoop(cluster, { ...PLAN, rows, kind, tell: (line) => told.push(line) });
    loops.push(loop);
    await loop.run();
    expect(loop.problems).toEqual([]);
    // Each blow fell, and each was followed by a look into the tables.
    expect(told.filter((line) => /^(undo, )?(kill|stop) \d/.test(line))).toHaveLength(4);
  },
  180_000,
);
