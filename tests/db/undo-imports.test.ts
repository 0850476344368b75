import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { mergeCustomers, recordConsent } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { commitImport, groupKeptRows, runImport } from "#lib/imports/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { importedState, keptBy, undoOf } from "#tests/support/undo.ts";

const HEADER = "order_id,customer_id,date,amount,quantity,channel";
const ORDERS = `${HEADER}
A1,C1,2025-03-01,10.00,1,web
A2,C1,2025-04-01,20.50,2,web
A3,C2,2025-04-02,5,1,shop
`;

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const orders = (text: string) => importText(session, { kind: "orders", text });
const customers = (text: string) => importText(session, { kind: "customers", text });

const state = () => importedState(session);

describe("undoing an import of orders", () => {
  it("leaves the workspace as it was before, to the row", async () => {
    await orders(ORDERS);
    const before = await state();
    const second = await orders(
      `${HEADER}\nA2,C3,2025-04-01,21.00,,\nA3,C2,2025-04-02,5,9,phone\nA4,C4,2025-05-01,1,1,web\n`,
    );
    expect(second.counts).toMatchObject({ created: 1, updated: 2 });
    const undone = await undoOf(session, second.id);
    expect(undone).toMatchObject({ status: "undone", undoableUntil: null });
    expect(undone.undo).toMatchObject({ removed: 3, restored: 2, kept: 0, percent: 100 });
    expect(await state()).toEqual(before);
  });

  it("leaves nothing behind of a first import", async () => {
    const first = await orders(ORDERS);
    expect(first.undoableUntil).toBe(
      new Date(Date.parse(first.finishedAt ?? "") + 86_400_000).toISOString(),
    );
    const undone = await undoOf(session, first.id);
    expect(undone.undo).toMatchObject({ removed: 5, restored: 0, kept: 0 });
    expect(await state()).toEqual({ orders: [], customers: [], consents: [] });
  });

  it("keeps rows that a later import changed, and customers with orders of others", async () => {
    const first = await orders(ORDERS);
    await orders(`${HEADER}\nA2,C1,2025-04-01,99,2,web\nB1,C2,2025-06-01,7,1,web\n`);
    const undone = await undoOf(session, first.id);
    expect(undone.undo).toMatchObject({ removed: 2, restored: 0, kept: 3 });
    expect((await state()).orders.map(({ externalId }) => externalId)).toEqual(["A2", "B1"]);
    expect(await keptBy(session, first.id)).toEqual([
      {
        line: 2,
        kind: "customer",
        number: "C1",
        reason: "The customer has orders of another import.",
      },
      { line: 3, kind: "order", number: "A2", reason: "A later import changed it." },
      {
        line: 4,
        kind: "customer",
        number: "C2",
        reason: "The customer has orders of another import.",
      },
    ]);
    const groups = await withTenant(session, "import:read", (tx) =>
      groupKeptRows(tx, session, first.id),
    );
    expect(groups.map(({ count, example }) => [count, example.number])).toEqual([
      [2, "C1"],
      [1, "A2"],
    ]);
  });

  it("undoes imports one after the other, the last first, back to nothing", async () => {
    const first = await orders(ORDERS);
    const between = await state();
    const second = await orders(`${HEADER}\nA2,C3,2025-04-01,99,2,web\n`);
    await undoOf(session, second.id);
    expect(await state()).toEqual(between);
    expect((await undoOf(session, first.id)).undo).toMatchObject({ removed: 5, kept: 0 });
    expect(await state()).toEqual({ orders: [], customers: [], consents: [] });
  });

  it("keeps an order that a person has changed", async () => {
    const first = await orders(ORDERS);
    await withTenant(session, "import:write", (tx) =>
      tx.customerOrder.updateMany({
        where: { externalId: "A3" },
        data: { amountMinor: 1n, changedImportId: null },
      }),
    );
    expect((await undoOf(session, first.id)).undo).toMatchObject({ removed: 3, kept: 2 });
    expect(await keptBy(session, first.id)).toMatchObject([
      { kind: "customer", number: "C2" },
      { kind: "order", number: "A3", reason: "Somebody changed it since." },
    ]);
  });

  it("keeps a changed order whose former customer is gone", async () => {
    await orders(ORDERS);
    const second = await orders(`${HEADER}\nA3,C1,2025-04-02,6,1,shop\n`);
    await withTenant(session, "import:write", (tx) =>
      tx.customer.deleteMany({ where: { externalId: "C2" } }),
    );
    expect((await undoOf(session, second.id)).undo).toMatchObject({ restored: 0, kept: 1 });
    expect(await keptBy(session, second.id)).toMatchObject([
      { reason: "The customer it belonged to before is gone." },
    ]);
  });

  it("imports the same file again as if it had never come", async () => {
    const first = await orders(ORDERS);
    const before = await state();
    await undoOf(session, first.id);
    expect((await orders(ORDERS)).counts).toMatchObject({ created: 3, unchanged: 0 });
    expect(await state()).toEqual(before);
  });

  it("can import a dry run again after its import was undone", async () => {
    const dry = await importText(session, { kind: "orders", text: ORDERS, isDryRun: true });
    const commit = async () => {
      const { id } = await withTenant(session, "import:write", (tx) =>
        commitImport(tx, session, { importId: dry.id }),
      );
      await runImport({ tenantId: session.workspace.id, importId: id });
      return id;
    };
    const first = await commit();
    await undoOf(session, first);
    const second = await commit();
    expect(second).not.toBe(first);
    expect((await state()).orders).toHaveLength(3);
  });
});

describe("undoing an import of customers", () => {
  const FIRST = "customer_id,name,email,since,plan\nC1,Ann Bell,ann@example.com,2020-05-01,gold\n";

  it("gives changed customers their former values and removes new ones", async () => {
    await customers(FIRST);
    const before = await state();
    const later = await customers(
      "customer_id,name,email,since,plan,city\nC1,Ann Berg,ab@example.com,2021-01-01,,Oslo\nC2,Bo,,,,\n",
    );
    expect((await undoOf(session, later.id)).undo).toMatchObject({ removed: 1, restored: 1 });
    expect(await state()).toEqual(before);
  });

  it("keeps a new customer who has ordered since, and one whom a person has changed", async () => {
    const made = await customers("customer_id,name\nC1,Ann\nC2,Bo\nC3,Cy\n");
    await orders(`${HEADER}\nA1,C1,2025-01-01,1,1,web\n`);
    await withTenant(session, "import:write", (tx) =>
      tx.customer.updateMany({
        where: { externalId: "C2" },
        data: { name: "Bob", updatedAt: new Date(Date.now() + 1000) },
      }),
    );
    expect((await undoOf(session, made.id)).undo).toMatchObject({ removed: 1, kept: 2 });
    expect((await state()).customers.map(({ name }) => name)).toEqual(["Ann", "Bob"]);
    expect((await keptBy(session, made.id)).map(({ reason }) => reason)).toEqual([
      "The customer has orders of another import.",
      "Somebody changed it since.",
    ]);
  });

  it("keeps a customer that a later import changed, until that one is undone", async () => {
    const made = await customers("customer_id,name\nC1,Ann\n");
    const changed = await customers("customer_id,name\nC1,Anna\n");
    const { undo } = await undoOf(session, made.id);
    expect(undo).toMatchObject({ removed: 0, kept: 1 });
    expect((await undoOf(session, changed.id)).undo).toMatchObject({ restored: 1 });
    expect((await state()).customers.map(({ name }) => name)).toEqual(["Ann"]);
  });

  it("gives phones and consents back, also where nothing else was changed", async () => {
    const head = "customer_id,name,phone,marketing consent,feedback consent";
    await customers(`${head}\nC1,Ann,+43 1 2345,yes,\nC2,Bo,+43 1 6789,,\n`);
    const before = await state();
    const later = await customers(
      `${head}\nC1,Ann,+43 1 2345,no,contract\nC2,Bo,+43 1 1111,yes,\n`,
    );
    expect(later.counts).toMatchObject({ updated: 2 });
    expect((await undoOf(session, later.id)).undo).toMatchObject({ restored: 2, kept: 0 });
    expect(await state()).toEqual(before);
  });

  it("keeps a new customer into whom another was merged while the import still ran", async () => {
    const made = await customers("customer_id,name\nC1,Ann\nC2,Anna\n");
    const [first, second] = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ orderBy: { externalId: "asc" } }),
    );
    const [firstId = "", secondId = ""] = [first?.id, second?.id];
    await withTenant(session, "customer:write", async (tx) => {
      await mergeCustomers(tx, session, { firstId, secondId, survivorId: firstId });
      const updatedAt = new Date(Date.parse(made.finishedAt ?? "") - 1);
      await tx.customer.updateMany({ where: { id: firstId }, data: { updatedAt } });
    });
    expect((await undoOf(session, made.id)).undo).toMatchObject({ removed: 0, kept: 2 });
  });

  it("gives a customer back whom a file names twice, by a number of before a merge too", async () => {
    const head = "customer_id,name,phone,marketing consent";
    await customers(`${head}\nC1,Ann,,\nC2,,,\n`);
    const [first, second] = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ orderBy: { externalId: "asc" } }),
    );
    const [firstId = "", secondId = ""] = [first?.id, second?.id];
    await withTenant(session, "customer:write", (tx) =>
      mergeCustomers(tx, session, { firstId, secondId, survivorId: firstId }),
    );
    const pairs = [
      ["C1,Anna,,yes", "C2,,+43 1 6789,no"],
      ["C1,Anna,,", "C2,,,no"],
      ["C1,Ann,,yes", "C2,,+43 1 6789,"],
    ];
    for (const rows of pairs.flatMap((pair) => [pair, pair.toReversed()])) {
      const before = await state();
      const later = await customers(`${head}\n${rows.join("\n")}\n`);
      expect(later.counts).toMatchObject({ updated: 2 });
      expect((await undoOf(session, later.id)).undo).toMatchObject({ restored: 1, kept: 0 });
      expect(await state()).toEqual(before);
    }
  });

  it("keeps a customer whose consent somebody recorded since, and lists one who was merged away", async () => {
    const made = await customers("customer_id,name\nC1,Ann\nC2,Bo\nC3,Bob\n");
    const [first, second, third] = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ orderBy: { externalId: "asc" } }),
    );
    await withTenant(session, "customer:write", async (tx) => {
      const consent = { purpose: "marketing", state: "given", lawfulBasis: "consent" } as const;
      await recordConsent(tx, session, { customerId: first?.id ?? "", ...consent });
      const [firstId = "", secondId = ""] = [second?.id, third?.id];
      await mergeCustomers(tx, session, { firstId, secondId, survivorId: firstId });
    });
    expect((await undoOf(session, made.id)).undo).toMatchObject({ removed: 0, kept: 3 });
    expect(await keptBy(session, made.id)).toMatchObject([
      { number: "C1", reason: "Somebody changed it since." },
      { number: "C2", reason: "Somebody changed it since." },
      { number: "C3", reason: "It was merged into another customer since." },
    ]);
  });

  it("keeps customers whom somebody changed between a chunk and the end of the import", async () => {
    await customers("customer_id,name\nC1,Ann\n");
    const later = await customers("customer_id,name\nC1,Anna\nC2,Bo\nC3,Cy\n");
    const rows = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ where: { externalId: { in: ["C1", "C2"] } } }),
    );
    await withTenant(session, "customer:write", async (tx) => {
      const consent = { purpose: "marketing", state: "given", lawfulBasis: "consent" } as const;
      for (const { id } of rows) await recordConsent(tx, session, { customerId: id, ...consent });
    });
    // As if the file had been longer.
    await withTenant(session, "import:write", (tx) =>
      tx.import.updateMany({
        where: { id: later.id },
        data: { finishedAt: new Date(Date.now() + 60_000) },
      }),
    );
    expect((await undoOf(session, later.id)).undo).toMatchObject({ removed: 1, kept: 2 });
    expect(await keptBy(session, later.id)).toMatchObject([
      { number: "C1", reason: "Somebody changed it since." },
      { number: "C2", reason: "Somebody changed it since." },
    ]);
  });
});
