import { beforeEach, describe, expect, it } from "vitest";
import { ROLE_PERMISSIONS } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import {
  findLatestRunId,
  getRun,
  type RunDetail,
  StartRun,
  startRun,
  stopRun,
} from "#lib/clv-runs/index.ts";
import { giveUpRun, runClv } from "#lib/clv-runs/jobs.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addOrders } from "#tests/support/orders.ts";
import { runToEnd, scoresOf, shopOrders } from "#tests/support/runs.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
let ids: Map<string, string>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  ids = await addOrders(session, shopOrders(120));
});

async function start(asked: Partial<StartRun> = {}): Promise<string> {
  const given = StartRun.parse(asked);
  return (await withTenant(session, "value:write", (tx) => startRun(tx, session, given))).id;
}

const stop = (runId: string, by = session) =>
  withTenant(by, "value:write", (tx) => stopRun(tx, by, { runId }));
const read = (runId: string): Promise<RunDetail> =>
  withTenant(session, "value:read", (tx) => getRun(tx, runId));
const job = (runId: string) => runClv({ tenantId: session.workspace.id, runId });

describe("a run that is stopped", () => {
  it("does not begin where it waited, and is told in the log", async () => {
    const runId = await start();
    expect(await stop(runId)).toEqual({ id: runId, status: "stopped" });
    await job(runId);
    expect(await read(runId)).toMatchObject({ status: "stopped", stage: null, totals: null });
    await giveUpRun({ tenantId: session.workspace.id, runId });
    expect((await read(runId)).status).toBe("stopped");
    const event = await withTenant(session, "audit:read", (tx) =>
      tx.auditEvent.findFirst({ where: { action: "value.run_stopped", objectId: runId } }),
    );
    expect(event).toMatchObject({ objectType: "clv_run" });
  });

  it("ends within seconds while it is computed, and leaves no score", async () => {
    const more = shopOrders(3000, 9).map((order) => ({ ...order, customer: `D${order.customer}` }));
    await addOrders(session, more);
    const runId = await start({ model: "pareto_nbd" });
    const running = job(runId);
    await expect
      .poll(async () => (await read(runId)).stage, { interval: 20, timeout: 30_000 })
      .not.toBeNull();
    await stop(runId);
    const stoppedMs = Date.now();
    await running;
    expect(Date.now() - stoppedMs).toBeLessThan(10_000);
    const found = await read(runId);
    expect(found).toMatchObject({ status: "stopped", stage: null, totals: null, customers: null });
    expect(found.percent).toBeLessThan(100);
    expect(await scoresOf(session, runId)).toEqual([]);
  }, 120_000);

  it("loses the scores that were written, and no other run does", async () => {
    const before = await runToEnd(session, { model: "mbg_nbd" });
    const runId = await start();
    const [customerId = ""] = ids.values();
    await withTenant(session, "value:write", async (tx) => {
      await tx.clvRun.updateMany({ where: { id: runId }, data: { status: "running", attempt: 1 } });
      await tx.clvScore.create({ data: { runId, customerId, valueMinor: 1n, tier: 1 } });
    });
    await stop(runId);
    await job(runId);
    expect(await scoresOf(session, runId)).toEqual([]);
    expect(await scoresOf(session, before.id)).toHaveLength(120);
    const latest = await withTenant(session, "value:read", findLatestRunId);
    expect(latest).toBe(before.id);
  });

  it("makes room for another where five wait", async () => {
    const runIds = [];
    for (let waiting = 0; waiting < 5; waiting += 1) runIds.push(await start());
    await expect(start()).rejects.toMatchObject({ code: "too_many_requests" });
    await stop(runIds[0] ?? "");
    expect(await start()).toEqual(expect.any(String));
  });

  it("has not ended already", async () => {
    const { id } = await runToEnd(session, { model: "historic" });
    await expect(stop(id)).rejects.toMatchObject({ code: "conflict" });
    const waiting = await start();
    await stop(waiting);
    await expect(stop(waiting)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is one’s own workspace’s, and stopped only by those who may start one", async () => {
    const runId = await start();
    const other = (await makeTenant()).session;
    await expect(stop(runId, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(stop("no-such")).rejects.toMatchObject({ code: "not_found" });
    const reader = { ...session, permissions: new Set(ROLE_PERMISSIONS.executive) };
    await expect(stop(runId, reader)).rejects.toMatchObject({ code: "forbidden" });
    expect((await read(runId)).status).toBe("queued");
  });
});
