import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { queue } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { untilEnded, Workers } from "#tests/support/worker-process.ts";

const workers = new Workers();
beforeEach(() => workers.killAll());
afterAll(() => workers.killAll());

const repeated = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join("\n");

it("imports wide rows and wide columns that are left out within the worker's own memory", async () => {
  const { session } = await makeTenant();
  const wide = Array.from({ length: 30 }, (_, at) => `a${at}`).join(",");
  const cells = Array.from({ length: 30 }, () => "w".repeat(400)).join(",");
  const customers = `customer_id,${wide}\n${repeated(5_000, (at) => `C${at},${cells}`)}\n`;
  const note = "n".repeat(9_000);
  const orders = `order_id,customer_id,date,amount,note\n${repeated(6_000, (at) => `O${at},C${at},2025-01-01,1,${note}`)}\n`;
  const worker = workers.start();
  for (const [kind, text, rows] of [
    ["customers", customers, 5_000],
    ["orders", orders, 6_000],
  ] as const) {
    const id = await queue(session, { kind, text });
    const done = await untilEnded(session, id, 90_000);
    expect(done).toMatchObject({ status: "succeeded", counts: { created: rows, rejected: 0 } });
  }
  expect(worker.exitCode).toBeNull();
}, 240_000);

it("starts the next import of a workspace at once when one has ended", async () => {
  const { session } = await makeTenant();
  workers.start();
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
  const text = "order_id,customer_id,date,amount\nA1,C1,2025-01-01,1\n";
  const id = await queue(session, { kind: "orders", text });
  await asJobKeeper(`
    UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour', heartbeat_on = now() - interval '1 hour',
      retry_count = retry_limit WHERE name = 'import.run' AND data->>'importId' = '${id}'`);
  workers.start();
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
