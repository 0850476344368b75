import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importText } from "#tests/support/imports.ts";
import { orderedState } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { keptBy, undoOf } from "#tests/support/undo.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const imported = (kind: string, text: string) => importText(session, { kind, text });

async function reasons(importId: string) {
  const rejects = await withTenant(session, "import:read", (tx) =>
    tx.importReject.findMany({ where: { importId }, orderBy: { line: "asc" } }),
  );
  return rejects.map(({ columnName, reason }) => [columnName, reason]);
}

const SHOPIFY =
  "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount,Cancelled at,Payment Method\n";
const shopifyRow = (name: string, status: string, refunded: string, more = ",") =>
  `${name},ann@mail.example,${status},EUR,70.00,2026-03-03 18:20:04 +0100,1,Lamp,70.00,${refunded},${more}\n`;

describe("an order of Shopify", () => {
  const amounts = async () =>
    (await orderedState(session)).orders.map(({ externalId, amountMinor, returnedMinor }) => [
      ...[externalId, Number(amountMinor), Number(returnedMinor)],
    ]);

  it("that was cancelled or voided counts nothing, one refunded in part its rest, a test not at all", async () => {
    const { id, counts } = await imported(
      "orders",
      SHOPIFY +
        shopifyRow("#1", "voided", "0.00") +
        shopifyRow("#2", "paid", "0.00", "2026-03-04 09:00:00 +0100,") +
        shopifyRow("#3", "partially_refunded", "20.00") +
        shopifyRow("#4", "paid", "0.00", ",bogus"),
    );
    expect(counts).toMatchObject({ created: 2, rejected: 3 });
    const calledOff = "This order was called off: it is no sale, and is left out.";
    expect(await reasons(id)).toEqual([
      ...[calledOff, calledOff].map((reason) => ["", reason]),
      ["Payment Method", "A test order, not a sale."],
    ]);
    expect(await amounts()).toEqual([["#3", 5000, 2000]]);
  });

  it("that was called off is told in the dry run, with all its lines, and makes no customer", async () => {
    const second = "#1,ann@mail.example,,,,2026-03-03 18:20:04 +0100,1,Bulb,0.00,,,\n";
    const text = SHOPIFY + shopifyRow("#1", "voided", "0.00") + second;
    for (const isDryRun of [true, false]) {
      const done = await importText(session, { kind: "orders", text, isDryRun });
      expect(done).toMatchObject({ counts: { created: 0, rejected: 2 }, customersCreated: 0 });
    }
    expect(await amounts()).toEqual([]);
  });

  it("that was imported when it was paid leaves with its lines and refunds once it is cancelled, and Undo brings it back", async () => {
    const second = "#1,ann@mail.example,,,,2026-03-03 18:20:04 +0100,1,Bulb,0.00,,,\n";
    const other = shopifyRow("#2", "paid", "0.00");
    await imported(
      "orders",
      SHOPIFY + shopifyRow("#1", "partially_refunded", "20.00") + second + other,
    );
    const before = await orderedState(session);
    expect(before).toMatchObject({ orders: [{}, {}], lines: [{}, {}, {}], returns: [{}] });
    const text = SHOPIFY + shopifyRow("#1", "voided", "0.00") + second + other;
    const counts = { created: 0, updated: 2, unchanged: 1, rejected: 0 };
    const dry = await importText(session, { kind: "orders", text, isDryRun: true });
    expect(dry.counts).toEqual(counts);
    expect(await orderedState(session)).toEqual(before);

    const done = await imported("orders", text);
    expect(done.counts).toEqual(counts);
    expect(await amounts()).toEqual([["#2", 7000, 0]]);
    expect(await orderedState(session)).toMatchObject({ lines: [{ order: "#2" }], returns: [] });
    expect((await imported("orders", text)).counts).toMatchObject({ updated: 0, rejected: 2 });

    expect(await undoOf(session, done.id)).toMatchObject({ undo: { restored: 1, kept: 0 } });
    expect(await orderedState(session)).toEqual(before);
  });

  it("that was cancelled and is back by another file stays as that says when the cancelling is undone", async () => {
    const paid = SHOPIFY + shopifyRow("#1", "paid", "0.00");
    const first = await imported("orders", paid);
    const cancelled = await imported("orders", SHOPIFY + shopifyRow("#1", "voided", "0.00"));
    await undoOf(session, first.id);
    expect(await keptBy(session, first.id)).toMatchObject([
      { kind: "order", reason: "A later import changed it." },
    ]);
    await imported("orders", paid);
    await undoOf(session, cancelled.id);
    expect(await amounts()).toEqual([["#1", 7000, 0]]);
    expect(await keptBy(session, cancelled.id)).toMatchObject([
      { kind: "order", reason: "A later import changed it." },
    ]);
  });

  it("of another workspace stays when one with its number is cancelled", async () => {
    const paid = SHOPIFY + shopifyRow("#1", "paid", "0.00");
    await imported("orders", paid);
    const { session: stranger } = await makeTenant();
    await importText(stranger, { kind: "orders", text: paid });
    await imported("orders", SHOPIFY + shopifyRow("#1", "voided", "0.00"));
    expect(await amounts()).toEqual([]);
    expect((await orderedState(stranger)).orders).toHaveLength(1);
  });
});

describe("an order of lines without a total", () => {
  const HEAD = "order_id,customer_id,date,sku,quantity,unit_price,cancelled\n";
  const line = (sku: string, cancelled: string) => `A1,C1,2025-03-01,${sku},1,5.00,${cancelled}\n`;
  const nets = async () =>
    (await orderedState(session)).orders.map(({ amountMinor, returnedMinor }) => [
      ...[Number(amountMinor), Number(returnedMinor)],
    ]);
  beforeEach(async () => {
    const three = line("TEA", "no") + line("POT", "no") + line("CUP", "no");
    await imported("orders", HEAD + three);
    expect(await nets()).toEqual([[1500, 0]]);
  });

  it("keeps what was not called off: the lines that were come back", async () => {
    const done = await imported(
      "orders",
      HEAD + line("TEA", "yes") + line("POT", "yes") + line("CUP", "no"),
    );
    expect(done.counts).toMatchObject({ rejected: 0 });
    expect(await nets()).toEqual([[500, 1000]]);
  });

  it("keeps the lines that a file of changes does not name", async () => {
    await imported("orders", HEAD + line("TEA", "yes"));
    expect(await nets()).toEqual([[1000, 500]]);
  });

  it("leaves when all its lines were called off", async () => {
    const all = line("TEA", "yes") + line("POT", "yes") + line("CUP", "yes");
    const done = await imported("orders", HEAD + all);
    expect(done.counts).toEqual({ created: 0, updated: 3, unchanged: 0, rejected: 0 });
    expect(await nets()).toEqual([]);
  });
});
