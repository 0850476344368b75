import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { reportProgress } from "#lib/clv-runs/commands/report-progress.ts";
import { claimRun, noteProgress } from "#lib/clv-runs/commands/run-attempt.ts";
import { getRun, StartRun, startRun } from "#lib/clv-runs/index.ts";
import { giveUpRun } from "#lib/clv-runs/jobs.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addOrders, addOrdersOf } from "#tests/support/orders.ts";
import { dayAt, runToEnd, shopOrders } from "#tests/support/runs.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

async function start(): Promise<string> {
  const given = StartRun.parse({});
  return (await withTenant(session, "value:write", (tx) => startRun(tx, session, given))).id;
}

function read(runId: string) {
  return withTenant(session, "value:read", (tx) => getRun(tx, runId));
}

describe("how far a run is", () => {
  it("stands at nothing once it has failed, and at its beginning when it is taken up again", async () => {
    await addOrders(session, [{ customer: "A", day: "2026-01-02", amountMinor: 900 }]);
    const runId = await start();
    const claim = () =>
      withTenant(session, "value:write", async (tx) => {
        const attempt = await claimRun(tx, session, runId);
        if (attempt) await noteProgress(tx, session, attempt, { stage: "scoring", percent: 42 });
        return attempt;
      });
    await claim();
    expect(await read(runId)).toMatchObject({ stage: "scoring", percent: 42 });
    await withTenant(session, "value:write", (tx) => claimRun(tx, session, runId));
    expect(await read(runId)).toMatchObject({ status: "running", stage: "reading", percent: 0 });
    await claim();
    await giveUpRun({ tenantId: session.workspace.id, runId });
    expect(await read(runId)).toMatchObject({ status: "failed", stage: null, percent: 0 });
  });

  it("tells how far it is while its orders are read in one transaction", async () => {
    await addOrders(session, [{ customer: "A", day: "2026-01-02", amountMinor: 900 }]);
    const runId = await start();
    const attempt = await withTenant(session, "value:write", (tx) => claimRun(tx, session, runId));
    if (!attempt) throw new Error("Nobody else holds the run.");
    const progress = reportProgress(session, attempt);
    await withTenant(
      session,
      "value:read",
      async (tx) => {
        progress.tell("reading", 0.5);
        await expect
          .poll(async () => (await getRun(tx, runId)).percent, { timeout: 20_000 })
          .toBe(15);
      },
      { timeoutMs: 30_000 },
    );
    await progress.end();
  });

  it("is not told of another workspace’s run", async () => {
    await addOrders(session, [{ customer: "A", day: "2026-01-02", amountMinor: 900 }]);
    const runId = await start();
    const { session: other } = await makeTenant();
    const attempt = await withTenant(other, "value:write", (tx) => claimRun(tx, other, runId));
    expect(attempt).toBeNull();
    expect(await read(runId)).toMatchObject({ status: "queued", stage: null });
  });
});

describe("a run of orders that came back", () => {
  it("takes an order returned in full as none, in purchases and in amounts", async () => {
    const ids = await addOrders(session, shopOrders(120));
    const kept = await runToEnd(session);
    const returned = [...ids.keys()]
      .slice(0, 40)
      .map((customer) => ({ customer, day: dayAt(700) }));
    await addOrdersOf(
      session,
      ids,
      returned.map((order) => ({ ...order, amountMinor: 0 })),
    );
    await withTenant(session, "order:write", (tx) =>
      tx.customerOrder.updateMany({
        where: { amountMinor: 0n },
        data: { returnedMinor: 900n, grossMinor: 900n },
      }),
    );
    const found = await runToEnd(session);
    expect(found.totals).toEqual(kept.totals);
    expect(found.fit).toEqual(kept.fit);
  });
});
