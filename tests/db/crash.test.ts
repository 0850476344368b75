import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { isPassingError } from "#lib/db/raw-error.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { queue, viewImport } from "#tests/support/imports.ts";
import { OwnCluster } from "#tests/support/own-cluster.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const ROWS = 100_000;
const CUSTOMERS = 9_001;
const WORKER = ["--import", "./lib/boot/register.js", "lib/jobs/worker.ts"];

const cluster = new OwnCluster();
const workers = new Set<ChildProcess>();

beforeAll(() => cluster.start(), 60_000);
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await cluster.stop();
});

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, WORKER, {
    env: { ...process.env, LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
  workers.add(worker);
  return worker;
}

/** Amounts that no two sums share by chance: a lost or doubled row shows. */
const amountMinor = (at: number) => 100 + ((at * 7919) % 10_007);

function orders(): string {
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    return `O${at},C${at % CUSTOMERS},2025-03-${day},${(amountMinor(at) / 100).toFixed(2)}`;
  });
  return `order_id,customer_id,date,amount\n${lines.join("\n")}\n`;
}

async function untilRows(
  session: Session,
  id: string,
  isEnough: (view: ImportView) => boolean,
): Promise<ImportView> {
  for (const endsAt = Date.now() + 90_000; Date.now() < endsAt; await sleep(20)) {
    const view = await viewImport(session, id).catch((error: unknown) => {
      if (isPassingError(error)) return null;
      throw error;
    });
    if (view && isEnough(view)) return view;
  }
  throw new Error("The import did not get on.");
}

const outcome = (session: Session) =>
  withTenant(session, "order:read", async (tx) => {
    const tenantId = session.workspace.id;
    const [row] = await tx.$queryRaw<object[]>`
      SELECT count(*)::int AS orders, count(DISTINCT external_id)::int AS numbers, sum(amount_minor)::int AS "revenueMinor",
        count(DISTINCT customer_id)::int AS customers,
        (SELECT count(*)::int FROM import_row WHERE tenant_id = ${tenantId}::uuid AND entity = 'order') AS ledger
      FROM customer_order WHERE tenant_id = ${tenantId}::uuid`;
    return row;
  });

describe("an import whose worker and database are killed in the middle", () => {
  it("has the same outcome as one that nothing befell", async () => {
    const { session } = await makeTenant();
    const id = await queue(session, { kind: "orders", text: orders() });
    const kills: number[] = [];

    const first = startWorker();
    kills.push((await untilRows(session, id, ({ progress }) => progress.rows > 0)).progress.rows);
    first.kill("SIGKILL");

    startWorker();
    const seen = kills[0] ?? 0;
    kills.push(
      (await untilRows(session, id, ({ progress }) => progress.rows > seen)).progress.rows,
    );
    await cluster.crash("SIGQUIT");
    const later = kills[1] ?? 0;
    kills.push(
      (await untilRows(session, id, ({ progress }) => progress.rows > later)).progress.rows,
    );
    await cluster.crash("SIGKILL");

    const done = await untilRows(
      session,
      id,
      ({ status }) => status === "succeeded" || status === "failed",
    );
    expect(kills.every((rows) => rows < ROWS)).toBe(true);
    expect(done).toMatchObject({
      status: "succeeded",
      counts: { created: ROWS, updated: 0, unchanged: 0, rejected: 0 },
      customersCreated: CUSTOMERS,
    });
    const revenueMinor = Array.from({ length: ROWS }, (_, at) => amountMinor(at)).reduce(
      (sum, each) => sum + each,
      0,
    );
    expect(await outcome(session)).toEqual({
      orders: ROWS,
      numbers: ROWS,
      revenueMinor,
      customers: CUSTOMERS,
      ledger: ROWS,
    });
  }, 180_000);
});
