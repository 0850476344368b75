import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { queue, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

/** As lib/boot/services.ts starts it: what does not fit in here kills a worker. */
const MEMORY = ["--max-old-space-size=96", "--max-semi-space-size=8"];
const WORKER = [...MEMORY, "--import", "./lib/boot/register.js", "lib/jobs/worker.ts"];

let worker: ChildProcess | null = null;
afterAll(() => worker?.kill("SIGKILL"));

function startWorker(): ChildProcess {
  worker?.kill("SIGKILL");
  worker = spawn(process.execPath, WORKER, {
    env: { ...process.env, LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
  return worker;
}

async function untilEnded(session: Session, id: string, limitMs: number): Promise<ImportView> {
  for (const endsAt = Date.now() + limitMs; Date.now() < endsAt; await sleep(100)) {
    const view = await viewImport(session, id);
    if (view.status !== "queued" && view.status !== "running") return view;
  }
  throw new Error("The import did not end.");
}

const repeated = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join("\n");

it("imports wide rows and wide columns that are left out within the worker's own memory", async () => {
  const { session } = await makeTenant();
  const wide = Array.from({ length: 30 }, (_, at) => `a${at}`).join(",");
  const cells = Array.from({ length: 30 }, () => "w".repeat(400)).join(",");
  const customers = `customer_id,${wide}\n${repeated(5_000, (at) => `C${at},${cells}`)}\n`;
  const note = "n".repeat(9_000);
  const orders = `order_id,customer_id,date,amount,note\n${repeated(6_000, (at) => `O${at},C${at},2025-01-01,1,${note}`)}\n`;
  startWorker();
  for (const [kind, text, rows] of [
    ["customers", customers, 5_000],
    ["orders", orders, 6_000],
  ] as const) {
    const id = await queue(session, { kind, text });
    const done = await untilEnded(session, id, 90_000);
    expect(done).toMatchObject({ status: "succeeded", counts: { created: rows, rejected: 0 } });
  }
  expect(worker?.exitCode).toBeNull();
}, 240_000);

it("starts the next import of a workspace at once when one has ended", async () => {
  const { session } = await makeTenant();
  startWorker();
  const file = (name: string) => `order_id,customer_id,date,amount\n${name},C1,2025-01-01,1\n`;
  const ids = [];
  for (const name of ["A", "B", "C"])
    ids.push(await queue(session, { kind: "orders", text: file(name) }));
  const startedMs = Date.now();
  for (const id of ids) await untilEnded(session, id, 20_000);
  expect(Date.now() - startedMs).toBeLessThan(15_000);
}, 60_000);

it("says on the import that it was given up when its worker died on the last try", async () => {
  const { session } = await makeTenant();
  worker?.kill("SIGKILL");
  const text = "order_id,customer_id,date,amount\nA1,C1,2025-01-01,1\n";
  const id = await queue(session, { kind: "orders", text });
  await asJobKeeper(`
    UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour', heartbeat_on = now() - interval '1 hour',
      retry_count = retry_limit WHERE name = 'import.run' AND data->>'importId' = '${id}'`);
  startWorker();
  const done = await untilEnded(session, id, 40_000);
  expect(done.status).toBe("failed");
  expect(done.failure).toContain("error on our side");
  // The same file may come again.
  expect(await queue(session, { kind: "orders", text })).not.toBe(id);
}, 60_000);

async function asJobKeeper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
  await client.connect();
  await client.query(statement);
  await client.end();
}
