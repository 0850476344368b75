import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { mergeCustomers, unmergeCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport } from "#lib/imports/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { orderedState } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

const LINES = "order_id,customer_id,date,sku,quantity,unit_price";
const WHOLE = "order_id,customer_id,date,sku,quantity,amount";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const text = (header: string, ...rows: string[]) => `${[header, ...rows].join("\n")}\n`;
const orders = (header: string, ...rows: string[]) =>
  importText(session, { kind: "orders", text: text(header, ...rows) });
const state = () => orderedState(session);

/** What is left of each order, and what came back of it, in minor units. */
async function nets() {
  const { orders: all } = await state();
  return Object.fromEntries(
    all.map(({ externalId, amountMinor, returnedMinor }) => [
      externalId,
      [Number(amountMinor), Number(returnedMinor)],
    ]),
  );
}

/** The order that each return takes something back of. */
async function takenBack() {
  const { returns } = await state();
  return Object.fromEntries(returns.map(({ externalId, order }) => [externalId, order]));
}

describe("what comes back", () => {
  it("nets against the order that it names, and is never a purchase", async () => {
    await orders(WHOLE, "A1,C1,2025-03-01,TEA,2,50.00", "A2,C1,2025-03-02,TEA,2,60.00");
    const done = await orders(
      "order_id,customer_id,date,amount,return_of",
      ...["R1,C1,2025-03-04,10.00,A1", "R2,C1,2025-03-05,-5.00,A1"],
    );
    expect(done).toMatchObject({ failure: null, unmatchedReturns: 0, counts: { created: 2 } });
    expect(await nets()).toEqual({ A1: [3500, 1500], A2: [6000, 0] });
  });

  it("nets against the order of its own number, before or behind it in the file", async () => {
    await orders(
      LINES,
      "A1,C1,2025-03-01,POT,-1,4.00",
      "A1,C1,2025-03-01,TEA,2,50.00",
      "A1,C1,2025-03-01,CUP,1,9.00",
      "A1,C1,2025-03-03,CUP,-1,9.00",
    );
    expect(await nets()).toEqual({ A1: [9600, 1300] });
  });

  it("takes from the latest earlier order with enough of the product, each piece once", async () => {
    await orders(
      LINES,
      ...["A1,C1,2025-03-01,TEA,5,2", "A2,C1,2025-03-05,TEA,2,2", "A3,C1,2025-03-06,CUP,9,2"],
      ...["A4,C1,2025-04-01,TEA,9,2", "B1,C2,2025-03-08,TEA,9,2"],
      ...["R1,C1,2025-03-09,TEA,-2,2", "R2,C1,2025-03-10,TEA,-1,2", "R3,C1,2025-03-11,TEA,-9,2"],
    );
    expect(await takenBack()).toEqual({
      "R1:TEA:1": "A2",
      "R2:TEA:1": "A1",
      // No order has nine left; the latest that is worth as much has.
      "R3:TEA:1": "A3",
    });
    expect(await nets()).toEqual({
      A1: [800, 200],
      A2: [0, 400],
      A3: [0, 1800],
      A4: [1800, 0],
      B1: [1800, 0],
    });
  });

  it("says that it found no order, counts nowhere, and finds it when it is imported", async () => {
    const early = await orders(
      WHOLE,
      ...["R1,C1,2025-03-09,TEA,-1,-3.00", "R2,C1,2025-03-09,CUP,-1,-4.00"],
      "A9,C9,2025-03-01,TEA,1,3.00",
    );
    expect(early).toMatchObject({ unmatchedReturns: 2, counts: { created: 3 } });
    expect(await nets()).toEqual({ A9: [300, 0] });
    const before = await state();
    const late = await orders(WHOLE, "A1,C1,2025-03-01,TEA,1,3.00");
    expect(late.unmatchedReturns).toBe(0);
    expect(await takenBack()).toEqual({ "R1:TEA:1": "A1", "R2:CUP:1": null });
    expect(await nets()).toEqual({ A1: [0, 300], A9: [300, 0] });
    await undoOf(session, late.id);
    expect(await state()).toEqual(before);
  });

  it("is missed by a dry run where neither the file nor the workspace has its order", async () => {
    await orders(WHOLE, "A1,C1,2025-03-01,TEA,1,30.00", "B1,C2,2025-03-01,TEA,1,30.00");
    const rows = [
      // Stored by number, stored by customer, behind it in the file
      ...["A1,C9,2025-03-09,TEA,-1,-3.00", "R2,C2,2025-03-09,CUP,-1,-4.00"],
      ...["R3,C3,2025-03-09,TEA,-1,-3.00", "A3,C3,2025-03-02,TEA,1,30.00"],
      // Nowhere
      ...["R4,C4,2025-03-09,TEA,-1,-3.00", "R5,C5,2025-03-09,TEA,-1,-3.00"],
    ];
    const file = { kind: "orders", text: text(WHOLE, ...rows) } as const;
    const dry = await importText(session, { ...file, isDryRun: true });
    expect(dry).toMatchObject({ unmatchedReturns: 2, counts: { created: 6 } });
    expect((await importText(session, file)).unmatchedReturns).toBe(2);
    const named = text("customer_id,date,amount,return_of", "C1,2025-03-05,3.00,A7");
    const waits = await importText(session, { kind: "orders", text: named, isDryRun: true });
    expect(waits.unmatchedReturns).toBe(1);
  });

  it("waits for the order that it names, whatever else the customer has", async () => {
    const header = "customer_id,date,amount,return_of";
    await orders(WHOLE, "A1,C1,2025-03-01,TEA,1,30.00");
    expect((await orders(header, "C1,2025-03-05,3.00,A7")).unmatchedReturns).toBe(1);
    await orders(WHOLE, "A7,C1,2025-03-02,TEA,1,30.00");
    expect(await nets()).toEqual({ A1: [3000, 0], A7: [2700, 300] });
  });

  it("is unchanged when it comes again, and keeps counting when its order does", async () => {
    const rows = ["A1,C1,2025-03-01,TEA,2,50.00", "A1,C1,2025-03-03,TEA,-1,-20.00"];
    await orders(WHOLE, ...rows);
    const before = await state();
    expect((await orders(WHOLE, ...rows)).counts).toMatchObject({ unchanged: 2 });
    expect(await state()).toEqual(before);
    const changed = await orders(WHOLE, "A1,C1,2025-03-01,TEA,2,80.00");
    expect(changed.counts).toMatchObject({ updated: 1 });
    expect(await nets()).toEqual({ A1: [6000, 2000] });
    await undoOf(session, changed.id);
    expect(await state()).toEqual(before);
  });

  it("moves to another order when it is corrected, and back with Undo", async () => {
    const header = "order_id,customer_id,date,amount,return_of";
    await orders(WHOLE, "A1,C1,2025-03-01,TEA,2,50.00", "A2,C1,2025-03-02,TEA,2,60.00");
    await orders(header, "R1,C1,2025-03-04,10.00,A1");
    const before = await state();
    const corrected = await orders(header, "R1,C1,2025-03-04,12.00,A2");
    expect(corrected.counts).toMatchObject({ updated: 1 });
    expect(await nets()).toEqual({ A1: [5000, 0], A2: [4800, 1200] });
    await undoOf(session, corrected.id);
    expect(await state()).toEqual(before);
  });

  it("never leaves less than nothing of an order", async () => {
    await orders(WHOLE, "A1,C1,2025-03-01,TEA,2,5.00", "A1,C1,2025-03-01,TEA,-2,-8.00");
    expect(await nets()).toEqual({ A1: [0, 800] });
  });

  it("goes with an import that is undone, and its order counts whole again", async () => {
    const first = await orders(WHOLE, "A1,C1,2025-03-01,TEA,2,50.00");
    const before = await state();
    const second = await orders(WHOLE, "R1,C1,2025-03-04,TEA,-1,-20.00");
    expect(await nets()).toEqual({ A1: [3000, 2000] });
    expect((await undoOf(session, second.id)).undo).toMatchObject({ removed: 1, kept: 0 });
    expect(await state()).toEqual(before);
    expect((await undoOf(session, first.id)).undo).toMatchObject({ removed: 2, kept: 0 });
  });

  it("stays without an order when the import of that is undone", async () => {
    const first = await orders(WHOLE, "A1,C1,2025-03-01,TEA,2,50.00");
    await orders(WHOLE, "R1,C1,2025-03-04,TEA,-1,-20.00");
    await undoOf(session, first.id);
    expect(await takenBack()).toEqual({ "R1:TEA:1": null });
  });

  it("goes along when customers are merged, and back", async () => {
    await orders(
      WHOLE,
      ...["A1,C1,2025-03-01,TEA,2,50.00", "R1,C1,2025-03-04,TEA,-1,-20.00"],
      "A2,C2,2025-03-01,TEA,2,50.00",
    );
    const before = await state();
    const customers = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ select: { id: true }, orderBy: { externalId: "desc" } }),
    );
    const [survivorId = "", secondId = ""] = customers.map(({ id }) => id);
    await withTenant(session, "customer:write", (tx) =>
      mergeCustomers(tx, session, { firstId: survivorId, secondId, survivorId }),
    );
    expect((await state()).returns).toMatchObject([{ customer: "C2", order: "A1" }]);
    await withTenant(session, "customer:write", async (tx) => {
      const { id } = await tx.customerMerge.findFirstOrThrow({ select: { id: true } });
      await unmergeCustomers(tx, session, { mergeId: id });
    });
    expect(await state()).toEqual(before);
  });

  it("is matched after a worker died between the last chunk and the matching", async () => {
    const file = text(WHOLE, "R1,C1,2025-03-04,TEA,-1,-20.00", "A1,C1,2025-03-01,TEA,2,50.00");
    const id = await queue(session, { kind: "orders", text: file });
    await runImport({ tenantId: session.workspace.id, importId: id });
    // As it was when the last chunk was committed: nothing matched, the attempt still running.
    await withTenant(session, "import:write", async (tx) => {
      await tx.orderReturn.updateMany({ data: { orderId: null } });
      await tx.customerOrder.updateMany({
        data: { amountMinor: 5000n, grossMinor: null, returnedMinor: 0n },
      });
      await tx.import.updateMany({ where: { id }, data: { status: "running", finishedAt: null } });
    });
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect(await viewImport(session, id)).toMatchObject({
      status: "succeeded",
      counts: { created: 2, rejected: 0 },
    });
    expect(await nets()).toEqual({ A1: [3000, 2000] });
  });

  it("counts in a dry run what the import then does", async () => {
    const file = {
      kind: "orders",
      text: text(LINES, "A1,C1,2025-03-01,TEA,2,4", "R1,C2,2025-03-04,TEA,-1,4", "A1,C1,x,P,1,1"),
    };
    const dry = await importText(session, { ...file, isDryRun: true });
    expect(await state()).toEqual({ orders: [], lines: [], returns: [] });
    const done = await importText(session, file);
    expect(dry.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(done).toMatchObject({ counts: dry.counts, customersCreated: dry.customersCreated });
  });

  it("cannot be seen or matched by another workspace", async () => {
    const other = await makeTenant();
    const file = { kind: "orders", text: text(LINES, "A1,C1,2025-03-01,TEA,2,4") };
    await importText(other.session, file);
    const done = await orders(WHOLE, "R1,C1,2025-03-04,TEA,-1,-4.00");
    expect(done.unmatchedReturns).toBe(1);
    expect(await state()).toMatchObject({ orders: [], lines: [], returns: [{ order: null }] });
    expect((await orderedState(other.session)).returns).toEqual([]);
  });
});
