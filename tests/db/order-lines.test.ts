import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { importText } from "#tests/support/imports.ts";
import { orderedState } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { keptBy, undoOf } from "#tests/support/undo.ts";

const LINES = "order_id,customer_id,date,sku,quantity,unit_price";

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

describe("a file of lines", () => {
  const FIRST = [
    "A1,C1,2025-03-01,TEA,2,4.50",
    "A2,C2,2025-03-02,POT,1,20",
    "A1,C1,2025-03-01,CUP,3,1.00",
  ];

  it("makes one order of the lines with its number, wherever they stand", async () => {
    const done = await orders(LINES, ...FIRST);
    expect(done.failure).toBeNull();
    expect(done.counts).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 });
    expect(await nets()).toEqual({ A1: [1200, 0], A2: [2000, 0] });
    expect((await state()).lines).toMatchObject([
      { order: "A1", number: "CUP:1", quantity: 3, unitPriceMinor: 100n, amountMinor: 300n },
      { order: "A1", number: "TEA:1", quantity: 2, amountMinor: 900n },
      { order: "A2", number: "POT:1" },
    ]);
  });

  it("changes nothing when it comes again, and adds what is new in a longer one", async () => {
    await orders(LINES, ...FIRST);
    const before = await state();
    expect((await orders(LINES, ...FIRST)).counts).toMatchObject({ unchanged: 3, updated: 0 });
    expect(await state()).toEqual(before);
    const longer = await orders(LINES, ...FIRST, "A1,C1,2025-03-01,TEA,1,4.50");
    expect(longer.counts).toMatchObject({ created: 1, unchanged: 3 });
    expect((await nets())["A1"]).toEqual([1650, 0]);
  });

  it("corrects a line where its quantity, its price or its order's day has changed", async () => {
    await orders(LINES, ...FIRST);
    const done = await orders(
      LINES,
      "A1,C1,2025-03-05,TEA,2,4.50",
      "A2,C2,2025-03-02,POT,2,21",
      "A1,C1,2025-03-05,CUP,3,1.00",
    );
    expect(done.counts).toEqual({ created: 0, updated: 2, unchanged: 1, rejected: 0 });
    expect(await nets()).toEqual({ A1: [1200, 0], A2: [4200, 0] });
    expect((await state()).orders[0]).toMatchObject({ orderedOn: new Date("2025-03-05") });
  });

  it("adds up lines of one order over chunks, and is taken back whole", async () => {
    await orders(LINES, "N1,C1,2025-03-01,OLD,1,7");
    const before = await state();
    const rows = Array.from(
      { length: 12_000 },
      (_, at) => `N${at % 700},C${at % 700},2025-03-01,P${at},1,1.00`,
    );
    const file = { kind: "orders", text: text(LINES, ...rows) };
    const dry = await importText(session, { ...file, isDryRun: true });
    expect(await state()).toEqual(before);
    const done = await importText(session, file);
    expect(done.counts).toEqual({ created: 12_000, updated: 0, unchanged: 0, rejected: 0 });
    expect(dry.counts).toEqual(done.counts);
    expect(dry.customersCreated).toBe(done.customersCreated);
    const all = await nets();
    expect(Object.keys(all)).toHaveLength(700);
    // 18 or 17 lines of 1.00; the order that was there has its line besides.
    expect([all["N0"], all["N1"], all["N699"]]).toEqual([
      [1800, 0],
      [2500, 0],
      [1700, 0],
    ]);
    const { undo } = await undoOf(session, done.id);
    expect(undo).toMatchObject({ kept: 0, restored: 1 });
    expect(await state()).toEqual(before);
  }, 60_000);

  it("has its total where a column says it on the first row of each order", async () => {
    const header = `${LINES},total`;
    const done = await orders(
      header,
      "A1,C1,2025-03-01,TEA,2,4.50,14.00",
      "A1,,,CUP,3,1.00,",
      "A2,C2,2025-03-02,POT,1,20,20",
      "A2,C2,2025-03-02,LID,1,0,21",
      "A3,C3,2025-03-03,POT,1,5,",
    );
    expect(done.counts).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 2 });
    expect(await nets()).toEqual({ A1: [1400, 0], A2: [2000, 0] });
    expect((await orders(header, "A1,C1,2025-03-01,TEA,2,4.50,15.00")).counts).toMatchObject({
      updated: 1,
    });
    expect((await nets())["A1"]).toEqual([1500, 0]);
  });

  it("loses no line but the one that the database refuses", async () => {
    const done = await orders(
      LINES,
      "A1,C1,2025-03-01,B\u0000D,1,1",
      "A2,C1,2025-03-01,TEA,1,1",
      "A1,C1,2025-03-01,TEA,2,4.50",
    );
    expect(done.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(await nets()).toEqual({ A1: [900, 0], A2: [100, 0] });
  });

  it("gives former values back to lines and orders that it changed", async () => {
    await orders(LINES, ...FIRST);
    const before = await state();
    const later = await orders(
      LINES,
      "A1,C9,2025-03-09,TEA,5,4.00",
      "A1,C9,2025-03-09,NEW,1,1",
      "A2,C2,2025-03-02,POT,1,20",
    );
    expect(later.counts).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    expect((await undoOf(session, later.id)).undo).toMatchObject({ removed: 2, restored: 2 });
    expect(await state()).toEqual(before);
  });

  it("keeps its lines of an order that a later import has changed", async () => {
    const first = await orders(LINES, ...FIRST);
    await orders(LINES, "A1,C1,2025-03-01,NEW,1,1");
    const after = await nets();
    await undoOf(session, first.id);
    expect(await nets()).toEqual({ A1: after["A1"] });
    expect(await keptBy(session, first.id)).toMatchObject([
      { kind: "customer" },
      { kind: "order", number: "A1" },
      { kind: "order_line", number: "A1:TEA:1", reason: "A later import changed it." },
      { kind: "order_line", number: "A1:CUP:1" },
    ]);
  });
});
