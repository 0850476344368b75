import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listRejects } from "#lib/imports/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const HEADER = "order_id,customer_id,date,amount,channel";
const row = (at: number, channel = "web") => `O${at},Müller ${at},2025-03-01,${at}.50,${channel}`;
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1));

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

async function run(text: string | Uint8Array) {
  const { id, status, counts, failure } = await importText(session, { kind: "orders", text });
  const { items } = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, id, { limit: 100 }),
  );
  return { status, counts, failure, rejects: items.map(({ line, reason }) => ({ line, reason })) };
}

const storedNames = () =>
  withTenant(session, "customer:read", (tx) =>
    tx.customer.findMany({ select: { externalId: true }, orderBy: { externalId: "asc" } }),
  ).then((customers) => customers.map(({ externalId }) => externalId));

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("a file with faults", () => {
  const whole = [HEADER, ...rows(3)].join("\n");

  it.each([
    ["UTF-8 with a byte-order mark", new TextEncoder().encode(`\uFEFF${whole}`)],
    ["UTF-16 little-endian", utf16(whole, false)],
    ["UTF-16 big-endian", utf16(whole, true)],
    ["Windows-1252", Uint8Array.from(Buffer.from(whole, "latin1"))],
    ["CRLF line ends", new TextEncoder().encode(whole.replaceAll("\n", "\r\n"))],
    [
      "mixed line ends",
      new TextEncoder().encode(whole.replace("\n", "\r\n").replace(/\n(?=O3)/, "\r")),
    ],
  ])("is read in %s", async (_name, bytes) => {
    expect(await run(bytes)).toMatchObject({
      status: "succeeded",
      counts: { created: 3, rejected: 0 },
    });
    expect(await storedNames()).toEqual(["Müller 1", "Müller 2", "Müller 3"]);
  });

  it("loses one row to a lone quote and none of the 5,000 behind it", async () => {
    const lines = rows(5_000);
    lines[1] = row(2, '"web');
    const done = await run([HEADER, ...lines].join("\n"));
    expect(done.counts).toEqual({ created: 4_999, updated: 0, unchanged: 0, rejected: 1 });
    expect(done.rejects).toEqual([{ line: 3, reason: expect.stringContaining("never closes") }]);
  });

  it("loses one row each to a NUL byte, a cell of 1 MB and too many cells", async () => {
    const lines = [
      row(1),
      row(2, "we\0b"),
      row(3, "x".repeat(1_000_000)),
      `${row(4)},more`,
      row(5),
    ];
    const done = await run([HEADER, ...lines].join("\n"));
    expect(done.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 3 });
    expect(done.rejects.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  it("names the line of dates and amounts it cannot read", async () => {
    const lines = [
      "O1,C1,2025-02-30,1,web",
      "O2,C1,03/04/2025,1,web",
      "O3,C1,2025-01-01,1.234.5,web",
      "O4,C1,2025-01-01,-5,web",
    ];
    const done = await run([HEADER, ...lines, row(5)].join("\n"));
    expect(done.counts).toMatchObject({ created: 1, rejected: 4 });
    expect(done.rejects.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    for (const { reason } of done.rejects) expect(reason).toMatch(/^[A-Z0-9].*\.$/);
  });

  it("says which header is missing or comes twice, and imports nothing", async () => {
    const missing = await run("order_id,amount\nO1,1\n");
    const twice = await run("customer_id,customer_id,date,amount\n1,2,2025-01-01,3\n");
    expect([missing.status, twice.status]).toEqual(["failed", "failed"]);
    expect(twice.failure).toContain("customer_id");
    expect(await storedNames()).toEqual([]);
  });

  it("keeps a cell that looks like a formula as text", async () => {
    await run([HEADER, "O1,=cmd(),2025-01-01,1,web"].join("\n"));
    expect(await storedNames()).toEqual(["=cmd()"]);
  });

  it("takes 12 MB whole", async () => {
    const filler = "y".repeat(180);
    const lines = Array.from({ length: 60_000 }, (_, at) => row(at, filler));
    const text = [HEADER, ...lines].join("\n");
    expect(text.length).toBeGreaterThan(12_000_000);
    expect((await run(text)).counts).toEqual({
      created: 60_000,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
  }, 60_000);
});
