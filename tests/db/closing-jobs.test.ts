import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { systemSession } from "#lib/auth/system-session.ts";
import { requireOpen } from "#lib/db/require-open.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { WorkspaceClosed } from "#lib/db/workspace-closed.ts";
import { closeWorkspace, takeBackWorkspace } from "#lib/protection/index.ts";
import { holdingsOf } from "#tests/corpus/holdings.ts";
import { FILLED_PASSWORD, makeFilled } from "#tests/support/filled-workspace.ts";
import { queue, viewImport } from "#tests/support/imports.ts";
import { personOf } from "#tests/support/person-of.ts";
import type { TestTenant } from "#tests/support/tenant.ts";
import { untilEnded, untilImport, Workers } from "#tests/support/worker-process.ts";

const ROWS = 60_000;
const CHUNK_RECORDS = 5_000;

const workers = new Workers();
afterAll(() => workers.killAll());

const close = ({ session, workspace }: TestTenant) =>
  withTenant(session, "protection:write", (tx) =>
    closeWorkspace(tx, session, {
      workspaceName: workspace.name,
      presentPassword: FILLED_PASSWORD,
    }),
  );

it("stops an import at its next chunk when the workspace is closed, and lets it end once that is taken back", async () => {
  const tenant = await makeFilled();
  const { session, workspace } = tenant;
  const before = await holdingsOf(session);
  const lines = Array.from({ length: ROWS }, (_, at) => `O${at},C${at % 900},2025-03-01,1.00`);
  const text = `order_id,customer_id,date,amount\n${lines.join("\n")}\n`;
  const id = await queue(session, { kind: "orders", text });
  workers.start();
  await untilImport(session, id, ({ progress }) => progress.rows > 0, 30_000);
  await close(tenant);
  const atClose = (await viewImport(session, id)).progress.rows;
  await sleep(3_000);
  const stopped = await viewImport(session, id);
  expect(stopped.status).toBe("running");
  // What was being written when it was closed may have ended: two chunks are at once.
  expect(stopped.progress.rows - atClose).toBeLessThanOrEqual(2 * CHUNK_RECORDS);
  expect(stopped.progress.rows).toBeLessThan(ROWS);

  const presentPassword = FILLED_PASSWORD;
  await takeBackWorkspace(personOf(tenant), { tenantId: workspace.id, presentPassword });
  const done = await untilEnded(session, id, 40_000);
  expect(done).toMatchObject({ status: "succeeded", counts: { created: ROWS, rejected: 0 } });
  expect((await holdingsOf(session)).orders - before.orders).toBe(ROWS);
}, 120_000);

it("refuses a job that is at work every next transaction, and tells one in the middle of a long one", async () => {
  const tenant = await makeFilled();
  const job = await systemSession(tenant.workspace.id, "job");
  const count = () => withTenant(job, "customer:read", (tx) => tx.customer.count());
  expect(await count()).toBeGreaterThan(0);
  await withTenant(
    job,
    "protection:write",
    async (tx) => {
      await tx.customer.count();
      await requireOpen(tenant.workspace.id);
    },
    { isSnapshot: true },
  );
  await close(tenant);
  await expect(count()).rejects.toThrow(WorkspaceClosed);
  await expect(requireOpen(tenant.workspace.id)).rejects.toThrow(WorkspaceClosed);
});
