import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as imports from "#app/api/v1/imports/route.ts";
import { isPassingError } from "#lib/db/raw-error.ts";
import { holdingsOf } from "#tests/corpus/holdings.ts";
import { call, makeApiKey } from "#tests/support/api.ts";
import { queue } from "#tests/support/imports.ts";
import { OwnCluster } from "#tests/support/own-cluster.ts";
import { SmallDisk } from "#tests/support/small-disk.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { untilEnded, untilImport, Workers } from "#tests/support/worker-process.ts";

const MEGABYTE = 1024 * 1024;
const ROWS = 60_000;
const CHUNK_RECORDS = 5_000;

const disk = SmallDisk.mount(400);
const cluster = disk ? new OwnCluster(disk.makeFolder("cluster")) : null;
const workers = new Workers();

beforeAll(() => cluster?.start(), 60_000);
afterAll(async () => {
  await workers.killAll();
  await cluster?.stop();
  disk?.unmount();
});

/** Write into the log of the server until it has no room for more. */
async function fillLog(): Promise<void> {
  for (let tries = 0; tries < 100 && cluster?.isRunning; tries++) {
    await cluster
      .run(`SELECT pg_logical_emit_message(true, 'fill', repeat('x', ${4 * MEGABYTE}))`)
      .catch(() => sleep(250));
  }
}

describe.skipIf(disk === null)(
  "a disk that fills up with the write-ahead log on it (skipped where no tmpfs can be mounted)",
  () => {
    it("ends PostgreSQL; all that was acknowledged is there when it has room again, and the import goes on by itself", async () => {
      const { session } = await makeTenant();
      const key = await makeApiKey(session, ["all"]);
      const lines = Array.from({ length: ROWS }, (_, at) => `O${at},C${at % 900},2025-03-01,1.00`);
      const text = `order_id,customer_id,date,amount\n${lines.join("\n")}\n`;
      const id = await queue(session, { kind: "orders", text });
      disk?.fill(24 * MEGABYTE);
      workers.start();
      const running = await untilImport(session, id, ({ progress }) => progress.rows > 0, 30_000);
      await fillLog();
      expect(cluster?.isRunning).toBe(false);
      expect(cluster?.logLines(/PANIC/).at(-1)).toContain("No space left on device");
      const refused = await call(imports.GET, "/api/v1/imports", { key });
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await cluster?.startAgain()).toBe(false);

      disk?.free();
      const startedMs = performance.now();
      expect(await cluster?.startAgain()).toBe(true);
      const backMs = performance.now() - startedMs;
      // What went before is there: whole chunks, at least those that were said to be imported.
      const found = await holdingsOf(session).catch((error: unknown) => {
        expect(isPassingError(error)).toBe(true);
        return holdingsOf(session);
      });
      expect(found.orders).toBeGreaterThanOrEqual(running.progress.rows);
      expect(found.orders % CHUNK_RECORDS).toBe(0);
      const done = await untilEnded(session, id, 60_000);
      expect(done).toMatchObject({ status: "succeeded", counts: { created: ROWS, rejected: 0 } });
      expect((await holdingsOf(session)).orders).toBe(ROWS);
      console.log(
        `write-ahead log on the full disk: down at ${found.orders} of ${ROWS} rows, back ${Math.round(backMs)} ms after a start with room, ended with ${ROWS}`,
      );
    }, 180_000);
  },
);
