import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as imports from "#app/api/v1/imports/route.ts";
import type { Session } from "#lib/auth/types.ts";
import { holdingsOf } from "#tests/corpus/holdings.ts";
import { call, makeApiKey, uploadForm } from "#tests/support/api.ts";
import { queue, viewImport } from "#tests/support/imports.ts";
import { OwnCluster } from "#tests/support/own-cluster.ts";
import { SmallDisk } from "#tests/support/small-disk.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { untilEnded, untilImport, Workers } from "#tests/support/worker-process.ts";

const CLIENTS = 8;
const LONGEST_OUTAGE_MS = 1_000;
const CHUNK_RECORDS = 5_000;
const MEGABYTE = 1024 * 1024;

const disk = SmallDisk.mount(160);
const cluster = new OwnCluster();
const workers = new Workers();

beforeAll(() => cluster.start(disk?.makeFolder("tables")), 60_000);
afterAll(async () => {
  await workers.killAll();
  await cluster.stop();
  disk?.unmount();
});

describe("a database that is restarted under eight clients", () => {
  type Asked = { atMs: number; status: number; retryAfter: string | null };

  it("is away for less than a second, and every refusal says when to come again", async () => {
    const key = await makeApiKey((await makeTenant()).session, ["all"]);
    const asked: Asked[] = [];
    let isOver = false;
    const client = async () => {
      while (!isOver) {
        const { status, headers } = await call(imports.GET, "/api/v1/imports", { key });
        asked.push({ atMs: performance.now(), status, retryAfter: headers.get("retry-after") });
        // A client that asks within its limit of 600 a minute.
        await sleep(200);
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    await sleep(1_000);
    await cluster.crash("SIGINT");
    const backMs = performance.now();
    await sleep(3_000);
    isOver = true;
    await Promise.all(clients);

    const failed = asked.filter(({ status }) => status !== 200);
    const after = asked.filter(({ status, atMs }) => status === 200 && atMs > backMs);
    const firstMs = Math.min(...after.map(({ atMs }) => atMs)) - backMs;
    console.log(
      `restart under ${CLIENTS} clients: ${failed.length} of ${asked.length} failed, first success ${Math.round(firstMs)} ms after it was back`,
    );
    expect(failed.map(({ status }) => status)).toEqual(failed.map(() => 503));
    expect(failed.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    expect(firstMs).toBeLessThan(LONGEST_OUTAGE_MS);
    const lastFailedMs = Math.max(backMs, ...failed.map(({ atMs }) => atMs));
    expect(lastFailedMs - backMs).toBeLessThan(LONGEST_OUTAGE_MS);
  }, 60_000);
});

describe.skipIf(disk === null)(
  "a disk that fills up (skipped where no tmpfs can be mounted)",
  () => {
    const orders = (rows: number) => {
      const lines = Array.from({ length: rows }, (_, at) => `O${at},C${at % 900},2025-03-01,1.00`);
      return `order_id,customer_id,date,amount\n${lines.join("\n")}\n`;
    };

    async function wholeChunks(session: Session): Promise<number> {
      const { orders: found, revenueMinor } = await holdingsOf(session);
      expect(revenueMinor).toBe(100 * found);
      expect(found % CHUNK_RECORDS).toBe(0);
      return found;
    }

    it("stops an import between chunks, says so, and lets it go on when there is room again", async () => {
      const { session } = await makeTenant();
      const key = await makeApiKey(session, ["all"]);
      const rows = 40_000;
      const id = await queue(session, { kind: "orders", text: orders(rows) });
      disk?.fill(6 * MEGABYTE);
      workers.start();
      const stopped = await untilImport(session, id, ({ waitsFor }) => waitsFor !== null, 40_000);
      expect(stopped.status).toBe("running");
      expect(stopped.waitsFor).toMatch(/no room left.*goes on by itself/);
      const before = await wholeChunks(session);
      expect(before).toBeLessThan(rows);

      disk?.fill(0);
      const body = uploadForm("x,y\n".repeat(500_000), { kind: "orders" });
      const refused = await call(imports.POST, "/api/v1/imports", { key, method: "POST", body });
      expect(refused.status).toBe(503);
      expect(refused.headers.get("retry-after")).toBe("60");
      expect(await refused.json()).toMatchObject({
        detail: expect.stringContaining("no room left"),
      });

      disk?.free();
      const done = await untilEnded(session, id, 40_000);
      expect(done).toMatchObject({
        ...{ status: "succeeded", waitsFor: null },
        counts: { created: rows, updated: 0, unchanged: 0, rejected: 0 },
      });
      expect(await wholeChunks(session)).toBe(rows);
      console.log(
        `disk full: stopped at ${before} of ${rows} rows, whole chunks; ended with ${rows}`,
      );
      expect((await viewImport(session, id)).failure).toBeNull();
    }, 120_000);
  },
);
