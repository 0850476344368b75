import { existsSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { claimAttempt, recordChunk, Superseded } from "#lib/imports/commands/import-attempt.ts";
import { mergeChunk, prepareInAdvance } from "#lib/imports/commands/merge-chunk.ts";
import { commitImport, groupRejects, listRejects, runImport } from "#lib/imports/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const CDNOW = "../shared/reference/clv/cdnow_full_transactions.csv";
const ORDERS = `order_id,customer_id,date,amount,quantity
A1,C1,2025-03-01,10.00,1
A2,C1,2025-04-01,20.50,2
A3,C2,2025-04-02,5,1
`;

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const totals = async (who: Session = session) => {
  const [row] = await withTenant(who, "order:read", (tx) =>
    tx.customerOrder.findMany({ select: { amountMinor: true } }).then((orders) => [
      {
        orders: orders.length,
        revenueMinor: orders.reduce((sum, { amountMinor }) => sum + Number(amountMinor), 0),
      },
    ]),
  );
  const customers = await withTenant(who, "customer:read", (tx) => tx.customer.count());
  return { ...row, customers };
};

describe("an import of orders", () => {
  it("makes the orders and the customers they name", async () => {
    const done = await importText(session, { kind: "orders", text: ORDERS });
    expect(done).toMatchObject({
      status: "succeeded",
      counts: { created: 3, updated: 0, unchanged: 0, rejected: 0 },
      customersCreated: 2,
      progress: { rows: 3, percent: 100 },
    });
    expect(await totals()).toEqual({ orders: 3, revenueMinor: 3550, customers: 2 });
  });

  it("changes nothing when the same file comes again", async () => {
    await importText(session, { kind: "orders", text: ORDERS });
    const again = await importText(session, { kind: "orders", text: ORDERS });
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: 0 });
  });

  it("adds only what is new in a longer export without order numbers", async () => {
    const first = "customer_id,date,amount\n1,2025-01-02,10\n1,2025-01-02,10\n2,2025-01-03,7\n";
    await importText(session, { kind: "orders", text: first });
    const longer = `${first}1,2025-01-02,10\n3,2025-02-01,1\n`;
    const again = await importText(session, { kind: "orders", text: longer });
    expect(again.counts).toEqual({ created: 2, updated: 0, unchanged: 3, rejected: 0 });
    expect((await totals()).revenueMinor).toBe(3800);
  });

  it("keeps the former values of what it changes", async () => {
    await importText(session, { kind: "orders", text: ORDERS });
    const changed = await importText(session, {
      kind: "orders",
      text: ORDERS.replace("20.50", "21.00"),
    });
    expect(changed.counts).toEqual({ created: 0, updated: 1, unchanged: 2, rejected: 0 });
    const ledger = await withTenant(session, "import:read", (tx) =>
      tx.importRow.findMany({ where: { importId: changed.id } }),
    );
    expect(ledger).toMatchObject([
      { line: 3, entity: "order", action: "updated", before: { amount_minor: 2050 } },
    ]);
  });

  it("imports the good rows and says of each bad one its line, column and reason", async () => {
    const text = `${ORDERS}A4,C3,31.02.2025,5,1\nA5,C3,2025-05-05,many,1\nA6,,2025-05-05,1,1\nA7,C3\n`;
    const done = await importText(session, { kind: "orders", text });
    expect(done.counts).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 4 });
    const rejects = await withTenant(session, "import:read", (tx) =>
      listRejects(tx, session, done.id, { limit: 10 }),
    );
    expect(rejects.items.map(({ line, column }) => [line, column])).toEqual([
      [5, "date"],
      [6, "amount"],
      [7, "customer_id"],
      [8, ""],
    ]);
    const groups = await withTenant(session, "import:read", (tx) =>
      groupRejects(tx, session, done.id),
    );
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  it("rejects the second row with an order number and loses neither silently", async () => {
    const done = await importText(session, {
      kind: "orders",
      text: `${ORDERS}A1,C1,2025-03-01,99,1\n`,
    });
    expect(done.counts).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 1 });
    expect((await totals()).revenueMinor).toBe(3550);
  });

  it("isolates a row that only the database refuses", async () => {
    const id = await queue(session, { kind: "orders", text: ORDERS });
    const attempt = await withTenant(session, "import:write", (tx) =>
      claimAttempt(tx, session, id),
    );
    if (!attempt) throw new Error("The import could not be claimed.");
    const row = (line: number, amountMinor: number) => ({
      line,
      externalId: `X${line}`,
      customerExternalId: "C1",
      orderedOn: "2025-01-01",
      orderedAt: null,
      amountMinor,
      currency: "EUR",
      quantity: null,
      productCode: null,
      channel: null,
    });
    // A CHECK refuses negative amounts; the row reader never lets one through.
    const rows = [row(2, 100), row(3, -1), row(4, 300)];
    const chunk = { first: 0, records: 3, rows, rejects: [], bytesRead: 10 };
    const prepared = await prepareInAdvance(session, attempt, chunk);
    await mergeChunk(session, attempt, prepared, Promise.resolve());
    expect((await viewImport(session, id)).counts).toMatchObject({ created: 2, rejected: 1 });
    expect((await totals()).revenueMinor).toBe(400);
  });

  it("says why a file without the needed columns cannot be imported", async () => {
    const done = await importText(session, { kind: "orders", text: "a,b\n1,2\n" });
    expect(done.status).toBe("failed");
    expect(done.failure).toContain("customer number");
    expect(await totals()).toMatchObject({ orders: 0, customers: 0 });
  });

  it("refuses an empty and a binary file in a sentence", async () => {
    const empty = await importText(session, { kind: "orders", text: "" });
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    const binary = await importText(session, { kind: "orders", text: png });
    expect([empty.status, binary.status]).toEqual(["failed", "failed"]);
    expect(empty.failure).toBe("The file is empty.");
    expect(binary.failure).toContain("not a CSV file");
  });

  it("refuses an unknown kind and a wrong mapping before anything is stored", async () => {
    await expect(queue(session, { kind: "wishes", text: ORDERS })).rejects.toMatchObject({
      code: "invalid_input",
    });
    const mapping = { columns: { order_id: "orderExternalId" } };
    await expect(queue(session, { kind: "orders", text: ORDERS, mapping })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(0);
  });

  it("writes nothing in a dry run and imports it on request without a second upload", async () => {
    const dry = await importText(session, { kind: "orders", text: ORDERS, isDryRun: true });
    expect(dry).toMatchObject({ isDryRun: true, counts: { created: 3 }, customersCreated: 2 });
    expect(await totals()).toMatchObject({ orders: 0, customers: 0 });
    const commit = () =>
      withTenant(session, "import:write", (tx) => commitImport(tx, session, { importId: dry.id }));
    const started = await commit();
    expect((await commit()).id).toBe(started.id);
    await runImport({ tenantId: session.workspace.id, importId: started.id });
    expect(await totals()).toEqual({ orders: 3, revenueMinor: 3550, customers: 2 });
  });

  it("counts a customer once in a dry run of several chunks", async () => {
    const lines = Array.from({ length: 11_000 }, (_, at) => `O${at},C${at % 50},2025-01-01,1`);
    const text = `order_id,customer_id,date,amount\n${lines.join("\n")}\n`;
    const dry = await importText(session, { kind: "orders", text, isDryRun: true });
    expect(dry).toMatchObject({ counts: { created: 11_000 }, customersCreated: 50 });
  });

  it("makes one import of a double click", async () => {
    const [one, two] = await Promise.all([
      queue(session, { kind: "orders", text: ORDERS }),
      queue(session, { kind: "orders", text: ORDERS }),
    ]);
    expect(one).toBe(two);
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(1);
  });

  it("gives the same import for the same Idempotency-Key, also later", async () => {
    const first = await importText(session, { kind: "orders", text: ORDERS, requestKey: "k" });
    expect(await queue(session, { kind: "orders", text: ORDERS, requestKey: "k" })).toBe(first.id);
  });
});

describe("an import of customers", () => {
  const CUSTOMERS =
    "customer_id,name,email,since,plan\nC1,Ann Bell,ann@example.com,2020-05-01,gold\nC2,Bo Dahl,,,\n";

  it("makes customers with free attributes and merges what a later file knows", async () => {
    await importText(session, { kind: "customers", text: CUSTOMERS });
    const later = await importText(session, {
      kind: "customers",
      text: "customer_id,email,city\nC1,,Bergen\nC2,bo@example.com,\n",
    });
    expect(later.counts).toEqual({ created: 0, updated: 2, unchanged: 0, rejected: 0 });
    const [ann] = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ where: { externalId: "C1" } }),
    );
    expect(ann).toMatchObject({
      name: "Ann Bell",
      email: "ann@example.com",
      attributes: { plan: "gold", city: "Bergen" },
    });
  });

  it("leaves out values of rejects for members without the right to personal data", async () => {
    const tenant = await makeTenant();
    const done = await importText(tenant.session, {
      kind: "customers",
      text: "customer_id,email\nC1,ann.bell\n",
    });
    const seenBy = async (who: Session) =>
      (await withTenant(who, "import:read", (tx) => listRejects(tx, who, done.id, { limit: 5 })))
        .items[0]?.value;
    expect(await seenBy(tenant.session)).toBe("ann.bell");
    expect(await seenBy(tenant.sessionAs("department_head"))).toBe("");
  });
});

describe("a broken-off import", () => {
  const LINES = 12_000;
  const long = `order_id,customer_id,date,amount\n${Array.from({ length: LINES }, (_, at) => `O${at},C${at % 700},2025-01-0${1 + (at % 9)},1.00\n`).join("")}`;

  it("goes on where the last chunk was committed", async () => {
    const id = await queue(session, { kind: "orders", text: long });
    const run = () => runImport({ tenantId: session.workspace.id, importId: id });
    // Two workers at once: the fence lets only the newer one through, whichever that is.
    await Promise.all([run(), run(), run()]);
    await run();
    const done = await viewImport(session, id);
    expect(done).toMatchObject({
      status: "succeeded",
      counts: { created: LINES, rejected: 0 },
      customersCreated: 700,
    });
    expect(await totals()).toEqual({ orders: LINES, revenueMinor: LINES * 100, customers: 700 });
  });

  it("stops an attempt that a newer one has replaced", async () => {
    const id = await queue(session, { kind: "orders", text: ORDERS });
    const claim = () => withTenant(session, "import:write", (tx) => claimAttempt(tx, session, id));
    const old = await claim();
    await claim();
    if (!old) throw new Error("The import could not be claimed.");
    const counts = {
      records: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      customersCreated: 0,
      bytesRead: 1,
    };
    await expect(
      withTenant(session, "import:write", (tx) => recordChunk(tx, session, old, 0, counts)),
    ).rejects.toThrow(Superseded);
  });
});

describe("two workspaces", () => {
  it("keep equal numbers apart and see nothing of each other's imports", async () => {
    const other = (await makeTenant()).session;
    const mine = await importText(session, { kind: "orders", text: ORDERS });
    await importText(other, { kind: "orders", text: ORDERS.replace("10.00", "1000") });
    expect((await totals()).revenueMinor).toBe(3550);
    expect((await totals(other)).revenueMinor).toBe(102_550);
    await expect(viewImport(other, mine.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe.skipIf(!existsSync(CDNOW))("the CDNOW file (skipped where ../shared is absent)", () => {
  it("gives 23,570 customers and 2,500,315.63, and nothing more the second time", async () => {
    const text = readFileSync(CDNOW);
    const first = await importText(session, { kind: "orders", text });
    expect(first.counts).toEqual({ created: 69_659, updated: 0, unchanged: 0, rejected: 0 });
    expect(await totals()).toEqual({
      orders: 69_659,
      revenueMinor: 250_031_563,
      customers: 23_570,
    });
    const second = await importText(session, { kind: "orders", text });
    expect(second.counts).toEqual({ created: 0, updated: 0, unchanged: 69_659, rejected: 0 });
  }, 60_000);
});
