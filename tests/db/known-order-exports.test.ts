import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importText } from "#tests/support/imports.ts";
import { orderedState } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

/** An export as it comes, without a word about its columns. */
async function imported(kind: string, name: string) {
  const file = new URL(`../fixtures/exports/${name}.csv`, import.meta.url);
  const done = await importText(session, { kind, text: readFileSync(file, "utf8") });
  expect(done.failure).toBeNull();
  return done;
}

describe("an export of orders that is known", () => {
  it("of Shopify: the total on the first line of each order, customers by their address", async () => {
    const done = await imported("orders", "shopify-orders");
    // Four lines and what was given back of #1004; rejected are both rows of #1003, which nobody has ordered.
    expect(done.counts).toEqual({ created: 5, updated: 0, unchanged: 0, rejected: 2 });
    const { orders, lines } = await orderedState(session);
    expect(orders).toMatchObject([
      {
        externalId: "#1001",
        customer: "ann@mail.example",
        amountMinor: 5490n,
        channel: "web",
        orderedAt: new Date("2025-03-01T17:20:04Z"),
      },
      // Half past midnight an hour to the east is the day before in the workspace.
      { externalId: "#1002", amountMinor: 1000n, orderedOn: new Date("2025-03-02") },
      {
        externalId: "#1004",
        customer: "ann@mail.example",
        amountMinor: 1000n,
        returnedMinor: 500n,
      },
    ]);
    expect(lines.map(({ order, number, quantity }) => [order, number, quantity])).toEqual([
      ["#1001", "CUP-B:1", 3],
      ["#1001", "POT-1:1", 2],
      ["#1002", "Gift card:1", 1],
      ["#1004", "CUP-B:1", 3],
    ]);
    expect((await imported("orders", "shopify-orders")).counts).toMatchObject({ unchanged: 5 });
  });

  it("of UCI's Online Retail: cancellations and negative quantities come back, month first", async () => {
    const done = await imported("orders", "uci-online-retail");
    expect(done).toMatchObject({
      counts: { created: 9, rejected: 1 },
      unmatchedReturns: 1,
      customersCreated: 3,
    });
    const { orders, lines, returns } = await orderedState(session);
    expect(orders).toMatchObject([
      {
        externalId: "700001",
        customer: "17001",
        orderedOn: new Date("2010-12-01"),
        // 6 × 2.55 + 2 × 3.39 + 18.00 less 2 × 2.55
        amountMinor: 3498n,
        returnedMinor: 510n,
      },
      // 5.00 + 4 × 2.55 + 2.55 less 3.39
      { externalId: "700003", amountMinor: 1436n, returnedMinor: 339n },
    ]);
    expect(lines.map(({ order, number }) => `${order} ${number}`)).toEqual([
      ...["700001 90001A:1", "700001 90002:1", "700001 POST:1"],
      ...["700003 90001A:1", "700003 90001A:2", "700003 M:1"],
    ]);
    expect(
      returns.map(({ externalId, order, amountMinor }) => [externalId, order, amountMinor]),
    ).toEqual([
      ["700003:90002:1", "700003", 339n],
      ["C700004:90001A:1", "700001", 510n],
      ["C700005:D:1", null, 2750n],
    ]);
    const rejects = await withTenant(session, "import:read", (tx) => tx.importReject.findMany());
    expect(rejects).toMatchObject([
      { line: 6, columnName: "CustomerID", reason: "This cell must not be empty." },
    ]);
    expect((await imported("orders", "uci-online-retail")).counts).toMatchObject({ unchanged: 9 });
  });

  it("of UCI's Online Retail: a customer's number with a decimal is the same customer", async () => {
    const file = new URL("../fixtures/exports/uci-online-retail.csv", import.meta.url);
    const text = readFileSync(file, "utf8");
    await importText(session, { kind: "orders", text });
    const decimal = text.replaceAll(/,(170\d\d),/g, ",$1.0,");
    expect(decimal).toContain(",17001.0,");
    const again = await importText(session, { kind: "orders", text: decimal });
    expect(again).toMatchObject({ counts: { unchanged: 9, rejected: 1 }, customersCreated: 0 });
  });
});
