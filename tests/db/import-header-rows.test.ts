import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findReading, listRejects } from "#lib/imports/index.ts";
import { type FileToImport, importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { workbook } from "#tests/support/workbook.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,C2,2025-04-01,20.50\n";
const run = (file: Partial<FileToImport> & Pick<FileToImport, "text">) =>
  importText(session, { kind: "orders", ...file });

const readingOf = (id: string) => withTenant(session, "import:read", (tx) => findReading(tx, id));

describe("the header row", () => {
  const TITLE = 'Orders of March\n"printed on\nMonday"\n\n';

  it("is the one the mapping names, and rejects keep the lines of the file", async () => {
    const rows = ["order_id,customer_id,date,amount", "A1,C1,2025-03-01,10", "A2,C1,2025-02-30,5"];
    const text = `x,y,z,w\n1,2,3,4\n${rows.join("\n")}\n`;
    expect((await run({ text })).status).toBe("failed");
    const done = await run({ text, mapping: { columns: {}, headerRow: 3 } });
    expect(done.counts).toMatchObject({ created: 1, rejected: 1 });
    expect(await linesOf(done.id)).toEqual([5]);
    expect(await readingOf(done.id)).toMatchObject({ headerRow: 3 });
  });

  it("is found under a title that fills one cell", async () => {
    const done = await run({ text: TITLE + ORDERS.replaceAll(",", ";") });
    expect(done.counts).toMatchObject({ created: 2, rejected: 0 });
    expect(await readingOf(done.id)).toMatchObject({ headerRow: 5, delimiter: ";" });
  });

  it("lets cells with line ends stay whole below a title", async () => {
    const text = `Title\n${ORDERS}"A\n3",C3,2025-04-02,7\nA4,C4,2025-04-31,7\n`;
    const done = await run({ text });
    expect(done.counts).toMatchObject({ created: 3, rejected: 1 });
    expect(await linesOf(done.id)).toEqual([7]);
  });

  it("of a sheet is a row of it, whatever is above or missing at the ends of rows", async () => {
    const HEAD = ["order_id", "customer_id", "date", "amount", "channel"];
    const rows = [["Orders"], [null], HEAD, ["A1", "C1", "2025-03-01", 1], ["A2", "C1", "x", 1]];
    const text = await workbook({ S: rows });
    const done = await run({ text });
    expect(done.counts).toMatchObject({ created: 1, rejected: 1 });
    expect(await linesOf(done.id)).toEqual([5]);
    const said = await run({ text, mapping: { columns: {}, headerRow: 3 } });
    expect(said.counts).toMatchObject({ unchanged: 1, rejected: 1 });
  });

  it("is told in a sentence when the file ends before it", async () => {
    const done = await run({ text: ORDERS, mapping: { columns: {}, headerRow: 9 } });
    expect(done.failure).toContain("The file ends before row 9.");
  });

  it("is remembered: the next such file is read where its headers stood", async () => {
    const text = (day: string) => `a b,c,d\nk,v,w\nwho,when,sum\nC1,${day},10\n`;
    const columns = { who: "customerExternalId", when: "orderedOn", sum: "amount" };
    expect((await run({ text: text("2025-03-01") })).status).toBe("failed");
    await run({ text: text("2025-03-01"), mapping: { columns, headerRow: 3 } });
    const next = await run({ text: text("2025-03-02") });
    expect(next.counts).toMatchObject({ created: 1, rejected: 0 });
    expect(await readingOf(next.id)).toMatchObject({ headerRow: 3, isRemembered: true });
  });
});

async function linesOf(id: string): Promise<number[]> {
  const { items } = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, id, { limit: 9 }),
  );
  return items.map(({ line }) => line);
}
