import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listRejects } from "#lib/imports/index.ts";
import { readWorkbookHead } from "#lib/workbook/index.ts";
import { type FileToImport, importText, queue, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { workbook } from "#tests/support/workbook.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,C2,2025-04-01,20.50\n";
const run = (file: Partial<FileToImport> & Pick<FileToImport, "text">) =>
  importText(session, { kind: "orders", ...file });

const storedOrders = (who: Session = session) =>
  withTenant(who, "order:read", (tx) =>
    tx.customerOrder.findMany({
      select: { externalId: true, amountMinor: true, channel: true, orderedOn: true },
      orderBy: { externalId: "asc" },
    }),
  );

const readingOf = (id: string) =>
  withTenant(session, "import:read", (tx) =>
    tx.import.findFirst({ where: { id }, select: { reading: true } }),
  ).then((row) => row?.reading);

describe("how a file is read", () => {
  it("is what the mapping says where that differs from what the file looks like", async () => {
    const text = Uint8Array.from(
      Buffer.from("kunde;datum;betrag;ort\nM\u00fcller;01.03.2025;10,50;K\u00f6ln\n", "latin1"),
    );
    const columns = { kunde: "customerExternalId", datum: "orderedOn", betrag: "amount" };
    const wrong = await run({ text, mapping: { columns, delimiter: "," } });
    expect(wrong.status).toBe("failed");
    const right = await run({
      text,
      mapping: { columns, delimiter: ";", encoding: "windows-1252", decimalSeparator: "," },
    });
    expect(right.counts).toMatchObject({ created: 1, rejected: 0 });
    expect(await readingOf(right.id)).toMatchObject({
      encoding: "windows-1252",
      delimiter: ";",
      columns: [
        { header: "kunde", field: "customerExternalId" },
        { header: "datum", field: "orderedOn" },
        { header: "betrag", field: "amount" },
        { header: "ort", field: null },
      ],
    });
  });

  it("is refused for an unknown encoding, delimiter or constant", async () => {
    for (const mapping of [
      { columns: {}, encoding: "ebcdic" },
      { columns: {}, delimiter: "x" },
      { columns: {}, constants: { orderExternalId: "1" } },
      { columns: {}, constants: { email: "a@b.example" } },
      { columns: {}, constants: { channel: " " } },
    ])
      await expect(queue(session, { kind: "orders", text: ORDERS, mapping })).rejects.toMatchObject(
        {
          code: "invalid_input",
        },
      );
  });

  it("keeps a tab-separated file and one with semicolons apart by themselves", async () => {
    for (const [at, mark] of ["\t", ";", "|"].entries()) {
      const text = ORDERS.replaceAll(",", mark).replaceAll("A", `A${at}`);
      expect((await run({ text })).counts).toMatchObject({ created: 2, rejected: 0 });
    }
  });
});

describe("constants", () => {
  it("stand in every row for fields that no column holds", async () => {
    const mapping = { columns: {}, constants: { channel: "Shop", currency: "EUR" } };
    expect((await run({ text: ORDERS, mapping })).counts).toMatchObject({ created: 2 });
    expect((await storedOrders()).map(({ channel }) => channel)).toEqual(["Shop", "Shop"]);
  });

  it("can be required fields, and attributes of customers", async () => {
    const dated = await run({
      text: "customer_id,amount\nC1,5\n",
      mapping: {
        columns: { customer_id: "customerExternalId", amount: "amount" },
        constants: { orderedOn: "2025-05-01" },
      },
    });
    expect(dated.counts).toMatchObject({ created: 1 });
    const made = await run({
      kind: "customers",
      text: "customer_id,name\nK1,Ann\n",
      mapping: { columns: {}, constants: { "attributes.Source": "Fair 2025" } },
    });
    expect(made.counts).toMatchObject({ created: 1 });
    const customer = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findFirst({ where: { externalId: "K1" } }),
    );
    expect(customer?.attributes).toEqual({ Source: "Fair 2025" });
  });

  it("are read as cells are: a wrong one rejects its rows with a reason", async () => {
    const done = await run({
      text: ORDERS,
      mapping: { columns: {}, constants: { currency: "USD" } },
    });
    expect(done.counts).toMatchObject({ created: 0, rejected: 2 });
    const { items } = await withTenant(session, "import:read", (tx) =>
      listRejects(tx, session, done.id, { limit: 1 }),
    );
    expect(items[0]).toMatchObject({ value: "USD", reason: expect.stringContaining("EUR") });
  });

  it("do not fight with a column", async () => {
    const done = await run({ text: ORDERS, mapping: { columns: {}, constants: { amount: "1" } } });
    expect(done.failure).toContain("A column and a constant hold the amount.");
  });
});

describe("a gzip file", () => {
  it("is unpacked on its way in", async () => {
    expect((await run({ text: gzipSync(ORDERS) })).counts).toMatchObject({ created: 2 });
  });

  it("is refused when it is cut off or broken, and leaves nothing behind", async () => {
    const packed = gzipSync(ORDERS.repeat(500));
    const broken = Uint8Array.from(packed, (byte, at) => (at > 20 && at < 60 ? 255 - byte : byte));
    for (const text of [packed.subarray(0, packed.length - 20), broken])
      await expect(queue(session, { kind: "orders", text })).rejects.toMatchObject({
        code: "invalid_input",
        message: expect.stringContaining("gzip"),
      });
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(0);
  });

  it("that unpacks to a gigabyte of zeros is refused within a second", async () => {
    const bomb = gzipSync(Buffer.alloc(1024 ** 3), { level: 1 });
    const startedMs = performance.now();
    await expect(queue(session, { kind: "orders", text: bomb })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(await withTenant(session, "import:read", (tx) => tx.uploadPiece.count())).toBe(0);
  }, 60_000);

  it("that holds one line over and over is refused long before its end", async () => {
    const bomb = gzipSync(Buffer.alloc(256 * 1024 ** 2, ORDERS), { level: 1 });
    await expect(queue(session, { kind: "orders", text: bomb })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("a hundred times its size"),
    });
    expect(await withTenant(session, "import:read", (tx) => tx.uploadPiece.count())).toBe(0);
  }, 60_000);
});

describe("a workbook", () => {
  const HEAD = ["order_id", "customer_id", "date", "amount"];

  it("is read by its first sheet, or by the one that is named", async () => {
    const text = await workbook({
      First: [HEAD, ["A1", "C1", new Date("2025-03-01"), 10.125], ["A2", "C1", "2025-03-02", 1234]],
      Second: [HEAD, ["B1", "C2", new Date("2025-03-03"), 7.5]],
    });
    const first = await run({ text });
    expect(first).toMatchObject({ counts: { created: 1, rejected: 1 } });
    expect((await run({ text, mapping: { columns: {}, sheet: "Second" } })).counts).toMatchObject({
      created: 1,
      rejected: 0,
    });
    expect(await storedOrders()).toMatchObject([
      { externalId: "A2", amountMinor: 123_400n },
      { externalId: "B1", amountMinor: 750n, orderedOn: new Date("2025-03-03") },
    ]);
    const missing = await run({ text, mapping: { columns: {}, sheet: "Third" } });
    expect(missing.failure).toBe('The workbook has no sheet "Third". It has "First", "Second".');
  });

  it("keeps its row numbers as lines, empty rows and line ends in cells included", async () => {
    const rows = [HEAD, ["A1", "C1", "2025-03-01", 1], [null], ["A\n2", "C1", "2025-02-30", 1]];
    const done = await run({ text: await workbook({ S: rows }) });
    const { items } = await withTenant(session, "import:read", (tx) =>
      listRejects(tx, session, done.id, { limit: 5 }),
    );
    expect(items.map(({ line }) => line)).toEqual([4]);
  });

  it("is refused in a sentence when it is broken, is another zip file, or says it unpacks to gigabytes", async () => {
    const sound = Buffer.from(await workbook({ S: [HEAD] }));
    const bomb = Buffer.from(sound);
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(0xf0000000, entry + 24);
    const torn = sound.subarray(0, sound.length - 30);
    const failures = [];
    for (const text of [bomb, torn]) failures.push((await run({ text })).failure);
    expect(failures).toEqual([
      expect.stringContaining("more than 256 MB"),
      expect.stringContaining("not a workbook"),
    ]);
  });

  it("shows its sheets and the head of one", async () => {
    const text = await workbook({ First: [HEAD], Second: [["x"], [1]] });
    expect(await readWorkbookHead(bytesOf(text), "Second")).toEqual({
      sheets: ["First", "Second"],
      sheet: "Second",
      csv: "x\n1\n",
      isWhole: true,
    });
  });

  it("shows no head that is larger than a page can hold, and reads few at once", async () => {
    const long = "x".repeat(30_000);
    const large = await workbook({ S: Array.from({ length: 300 }, () => [long, long, long]) });
    expect(large.length).toBeLessThan(1_000_000);
    await expect(readWorkbookHead(bytesOf(large), "")).rejects.toMatchObject({
      code: "invalid_input",
    });
    const small = await workbook({ S: [HEAD] });
    const all = await Promise.allSettled(
      Array.from({ length: 4 }, () => readWorkbookHead(bytesOf(small), "")),
    );
    const refused = all.filter((each) => each.status === "rejected");
    expect(refused).toHaveLength(2);
    expect(refused[0]?.reason).toMatchObject({ code: "unavailable" });
    expect(await readWorkbookHead(bytesOf(small), "")).toMatchObject({ sheets: ["S"] });
  });
});

async function* bytesOf(text: Uint8Array) {
  yield text;
}

describe("a file with headers only", () => {
  it("ends well with no row at all", async () => {
    const done = await run({ text: "order_id,customer_id,date,amount\n" });
    expect(await viewImport(session, done.id)).toMatchObject({
      status: "succeeded",
      undoableUntil: null,
      progress: { rows: 0 },
    });
  });
});
