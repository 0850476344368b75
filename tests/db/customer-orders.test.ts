import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listOrderMonths, listOrders } from "#lib/orders/index.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

describe("a customer's orders", () => {
  const orders = (id: string, after: string | null = null, who: Session = session) =>
    withTenant(who, "customer:read", (tx) => listOrders(tx, who, id, { after, limit: 2 }));
  let id: string;
  beforeEach(async () => {
    const days = ["2026-01-10", "2026-01-10", "2026-03-01", "2026-03-02", "2026-01-10"];
    const made = days.map((day, index) => ({ customer: "C1", day, amountMinor: 100 + index }));
    id = (await addOrders(session, made)).get("C1") ?? "";
  });

  it("come the newest first, each once over all pages", async () => {
    const first = await orders(id);
    const second = await orders(id, first.next);
    const third = await orders(id, second.next);
    const all = [...first.items, ...second.items, ...third.items];
    expect(third.next).toBeNull();
    expect(all.map(({ orderedOn }) => orderedOn)).toEqual([
      "2026-03-02",
      "2026-03-01",
      "2026-01-10",
      "2026-01-10",
      "2026-01-10",
    ]);
    expect(new Set(all.map((order) => order.amountMinor)).size).toBe(5);
    expect(all[0]).toMatchObject({ hasOwnNumber: true, currency: "EUR", quantity: null });
  });

  it("are counted by month", async () => {
    const months = await withTenant(session, "order:read", (tx) =>
      listOrderMonths(tx, session, id),
    );
    expect(months).toEqual([
      { month: "2026-01", orders: 3, revenueMinor: 305 },
      { month: "2026-03", orders: 2, revenueMinor: 205 },
    ]);
  });

  it("show what came back of them, and their lines as they came", async () => {
    await importText(session, {
      kind: "orders",
      text: `order_id,customer_id,date,sku,description,quantity,unit_price
A1,C1,2026-04-01,TEA,Green tea,2,4.50
A1,C1,2026-04-01,CUP,,1,3.00
A1,C1,2026-04-02,TEA,Green tea,-1,4.50
`,
    });
    const { items } = await orders(id);
    expect(items[0]).toMatchObject({
      ...{ externalId: "A1", amountMinor: 750, grossMinor: 1200, returnedMinor: 450 },
      lines: [
        { description: "Green tea", quantity: 2, unitPriceMinor: 450, amountMinor: 900 },
        { description: null, productCode: "CUP" },
      ],
      hasMoreLines: false,
    });
    expect(items[1]).toMatchObject({ grossMinor: 103, returnedMinor: 0, lines: [] });
  });

  it("are not another workspace's to see", async () => {
    const other = (await makeTenant()).session;
    expect(await orders(id, null, other)).toEqual({ items: [], next: null });
    expect(await withTenant(other, "order:read", (tx) => listOrderMonths(tx, other, id))).toEqual(
      [],
    );
  });

  it("are not shown to a key without that scope", async () => {
    const permissions = new Set(["customer:read"] as const);
    expect(await orders(id, null, { ...session, permissions })).toEqual({ items: [], next: null });
  });

  it("refuse a key that is none", async () => {
    await expect(orders(id, "garbage")).rejects.toMatchObject({ code: "invalid_input" });
  });
});
