import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { mergeCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { claimAttempt, recordChunk, Superseded } from "#lib/imports/commands/import-attempt.ts";
import { commitImport, runImport } from "#lib/imports/index.ts";
import { erasePerson, exportPerson } from "#lib/protection/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { workbook } from "#tests/support/workbook.ts";

const EMAIL = "mira.kovac@example.com";
const PEOPLE = `customer number,name,email\nK-4711,Mira Kovac,${EMAIL}\nK-2,Other,other@example.com\n`;
const OTHERS = "customer number,name,email\nK-3,Joan,j.mira.kovac@example.com\nK-47110,Jo,\n";

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
  await importText(session, { kind: "customers", text: PEOPLE });
});

function idOf(externalId: string): Promise<string> {
  return withTenant(session, "customer:read", async (tx) => {
    const row = await tx.customer.findFirstOrThrow({ where: { externalId } });
    return row.id;
  });
}

async function erase() {
  const customerId = await idOf("K-4711");
  return withTenant(
    session,
    "protection:write",
    (tx) => erasePerson(tx, session, { customerId, number: "K-4711" }),
    { timeoutMs: 60_000 },
  );
}

const stored = () => withTenant(session, "import:read", (tx) => tx.upload.count());
const dryRun = (text: string | Uint8Array) => ({ kind: "customers", text, isDryRun: true });

describe("the files that name an erased person", () => {
  it("go at once where an import or a dry run has ended, and such a dry run says that its file is gone", async () => {
    const dry = await importText(session, dryRun(PEOPLE));
    await importText(session, { kind: "customers", text: PEOPLE });
    expect(await stored()).toBe(3);
    expect(await erase()).toMatchObject({ files: 3, stoppedImports: 0, left: 0 });
    expect(await stored()).toBe(0);
    await expect(
      withTenant(session, "import:write", (tx) => commitImport(tx, session, { importId: dry.id })),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Upload it") });
  });

  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(PEOPLE.toUpperCase(), "utf16le")]);
  const MEGABYTE = 1024 * 1024;
  const filler = "X-1,,\n".repeat(MEGABYTE / 4).slice(0, MEGABYTE - 30);
  const apart = `customer number,name,email\n${filler}\nK-4711,,\n`;
  it.each([
    ["in plain text", PEOPLE],
    ["in UTF-16 and capitals", utf16],
    ["where one piece of the file ends and the next begins", apart],
    ["by the number alone", "customer number,name\nK-4711,\n"],
  ])("stop an import that waits, and go: %s", async (_name, text) => {
    const id = await queue(session, { kind: "customers", text });
    expect(await erase()).toMatchObject({ stoppedImports: 1, files: 2 });
    expect(await stored()).toBe(0);
    const ended = await viewImport(session, id);
    expect(ended).toMatchObject({ status: "failed", counts: { created: 0 } });
    expect(ended.failure).toContain("was erased");
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect(await viewImport(session, id)).toMatchObject({ status: "failed" });
  });

  it("stop what waits as a workbook, which cannot be searched", async () => {
    const text = await workbook({ People: [["customer number"], ["K-8"]] });
    await queue(session, dryRun(text));
    expect(await erase()).toMatchObject({ stoppedImports: 1 });
  });

  it("leave an import alone that names others whose number or address holds theirs", async () => {
    const id = await queue(session, { kind: "customers", text: OTHERS });
    expect(await erase()).toMatchObject({ stoppedImports: 0, files: 1 });
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect(await viewImport(session, id)).toMatchObject({
      status: "succeeded",
      counts: { created: 2 },
    });
  });

  it("stop a worker in the middle of them without a trace", async () => {
    const id = await queue(session, { kind: "customers", text: PEOPLE });
    const attempt = await withTenant(session, "import:write", (tx) =>
      claimAttempt(tx, session, id),
    );
    if (!attempt) throw new Error("The import waits.");
    expect(await erase()).toMatchObject({ stoppedImports: 1 });
    const counts = { records: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 };
    await expect(
      withTenant(session, "import:write", (tx) =>
        recordChunk(tx, session, attempt, 0, { ...counts, customersCreated: 0, bytesRead: 9 }),
      ),
    ).rejects.toThrow(Superseded);
  });

  it("of another workspace stay where they are", async () => {
    const other = await makeTenant();
    await importText(other.session, { kind: "customers", text: PEOPLE });
    await queue(other.session, { kind: "customers", text: `${PEOPLE}K-9,,\n` });
    await erase();
    const left = await withTenant(other.session, "import:read", (tx) => tx.upload.count());
    expect(left).toBe(2);
  });
});

it("hands out what the ledger holds of a number that was merged into a person's", async () => {
  await importText(session, { kind: "customers", text: PEOPLE.replace("Other", "Mira K.") });
  const [firstId, secondId] = [await idOf("K-4711"), await idOf("K-2")];
  await withTenant(session, "customer:write", (tx) =>
    mergeCustomers(tx, session, { firstId, secondId, survivorId: firstId }),
  );
  const held = await withTenant(session, "protection:write", (tx) =>
    exportPerson(tx, session, firstId),
  );
  expect(held.tables["customer"]).toHaveLength(1);
  const rows = held.tables["import_row"] as { row_id: string; before: { name: string } | null }[];
  expect(rows.map(({ row_id }) => row_id)).toEqual([firstId, secondId, secondId]);
  expect(rows.map(({ before }) => before?.name)).toContain("Other");
  await expect(
    withTenant(session, "protection:write", (tx) => exportPerson(tx, session, secondId)),
  ).rejects.toMatchObject({ code: "not_found" });
});
