import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listNpsBySegment } from "#lib/signals/index.ts";
import { findSegmentProfits } from "#lib/value/index.ts";
import { profitOfAll } from "#lib/value/segment-profits.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { chooseRates, refresh } from "#tests/support/value.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
  const customers = Array.from({ length: 6 }, (_, at) => `C${at + 1}`);
  await addOrders(
    session,
    customers.map((customer) => ({ customer, day: "2026-03-01", amountMinor: 10_000 })),
  );
  await chooseRates(session, { marginRate: 0.5, costPerOrderMinor: 500n });
  await refresh(session);
});

const profits = (by = session) => withTenant(by, "value:read", (tx) => findSegmentProfits(tx, by));
const scores = (by = session) => withTenant(by, "value:read", (tx) => listNpsBySegment(tx, by));

async function contacts(lines: readonly string[]) {
  const text = `call_id,customer_id,date,type,channel,duration,activity\n${lines.join("\n")}\n`;
  const done = await importText(session, { kind: "interactions", text });
  expect(done).toMatchObject({ status: "succeeded", counts: { rejected: 0 } });
}

describe("what contacts cost", () => {
  it("follows the rate of their activity on their day, or else that of their channel", async () => {
    await importText(session, {
      kind: "activity_rates",
      text: "activity,unit,cost,valid_from\nPhone call,minute,0.60,2026-01-01\nPhone call,minute,1.20,2026-02-01\nVisit,visit,80,2026-01-01\n",
    });
    await contacts([
      "I1,C1,2026-01-15,service,phone,300,phone CALL",
      "I2,C1,2026-02-15,service,phone,300,Phone call",
      "I3,C2,2026-02-15,visit,,,Visit",
      "I4,C2,2025-12-31,service,phone,60,Phone call",
      "I5,C3,2026-02-15,chat,chat,,",
    ]);
    // 5 minutes at 0.60 and at 1.20, and a visit: 3 + 6 + 80.
    expect(await profits()).toMatchObject({ contacts: 5, priced: 3 });
    const [row] = (await profits())?.rows ?? [];
    expect(row).toMatchObject({
      ...{ revenueMinor: 60_000, goodsMinor: 30_000, ordersMinor: 3_000, contactsMinor: 8_900 },
      profitMinor: 60_000 - 30_000 - 3_000 - 8_900,
    });
  });

  it("is all that lies between the profit of segments and that of the overview", async () => {
    await importText(session, {
      kind: "activity_rates",
      text: "activity,unit,cost,valid_from\nVisit,visit,80,2026-01-01\n",
    });
    await contacts(["I1,C2,2026-02-15,visit,,,Visit"]);
    const found = await profits();
    const all = profitOfAll(found?.rows ?? []);
    expect(all.contactsMinor).toBe(8_000);
    expect((all.profitMinor ?? 0) + 8_000).toBe(found?.value.profitMinor);
  });

  it("is not told where nothing has a price", async () => {
    await contacts(["I1,C1,2026-01-15,service,phone,300,Phone call"]);
    expect(await profits()).toMatchObject({ contacts: 1, priced: 0 });
    expect((await profits())?.rows[0]).toMatchObject({ contactsMinor: null, profitMinor: 27_000 });
    expect(await profits((await makeTenant()).session)).toBeNull();
  });
});

describe("the score of a segment", () => {
  it("is of the last score of each customer, with how many answered", async () => {
    expect(await scores()).toEqual([]);
    const answers = ["C1,3", "C2,9", "C3,10", "C4,8", "C5,9", "C6,2"].map(
      (line, at) => `R${at},2026-02-01,NPS,${line}`,
    );
    const first = "R9,2026-01-01,NPS,C1,10";
    const done = await importText(session, {
      kind: "signals",
      text: `response_id,date,metric,customer_id,score\n${[first, ...answers].join("\n")}\n`,
    });
    expect(done.counts).toMatchObject({ created: 7, rejected: 0 });
    const [of, all] = await scores();
    // Three for, two against, of six.
    expect(of).toMatchObject({ n: 6 });
    expect(of?.nps).toBeCloseTo(100 / 6);
    expect(all).toMatchObject({ segment: null, n: 6 });
    expect(of?.interval?.[0]).toBeLessThan(0);
    expect(await scores((await makeTenant()).session)).toEqual([]);
  });

  it("is not told of fewer than five", async () => {
    await importText(session, {
      kind: "signals",
      text: "response_id,date,metric,customer_id,score\nR1,2026-01-01,NPS,C1,10\n",
    });
    expect((await scores())[0]).toMatchObject({ n: 1, nps: null, interval: null });
  });
});
