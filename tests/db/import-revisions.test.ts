import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  commitImport,
  findReading,
  findRevision,
  findSentFile,
  listReplaced,
  listUnreadValues,
  type ReviseImport,
  readSentHead,
  reviseImport,
  runImport,
} from "#lib/imports/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { workbook } from "#tests/support/workbook.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const ODD = "a,b,c\nC1,01/02/2025,10\n";
const COLUMNS = { a: "customerExternalId", b: "orderedOn", c: "amount" };
const mapping = (dateFormat: string) => JSON.stringify({ columns: COLUMNS, dateFormat });

const dryRun = (text: string | Uint8Array = ODD) =>
  importText(session, { kind: "orders", text, isDryRun: true, mapping: mapping("mdy") });

function revise(importId: string, change: Partial<ReviseImport> = {}, who = session) {
  const input = { importId, kind: "orders", dryRun: "true", mapping: mapping("dmy"), ...change };
  return withTenant(who, "import:write", (tx) => reviseImport(tx, who, input as ReviseImport));
}

async function finished(started: Promise<{ id: string }>) {
  const { id } = await started;
  await runImport({ tenantId: session.workspace.id, importId: id });
  return viewImport(session, id);
}

const commit = (importId: string) =>
  withTenant(session, "import:write", (tx) => commitImport(tx, session, { importId }));

const revisionOf = (id: string, who = session) =>
  withTenant(who, "import:read", (tx) => findRevision(tx, who, id));

describe("a dry run whose mapping is changed", () => {
  it("is checked again with the same file, and the new one takes its place", async () => {
    const old = await dryRun();
    expect(await revisionOf(old.id)).toEqual({ isRevisable: true, newerId: null });
    const next = await finished(revise(old.id));
    expect(next).toMatchObject({ isDryRun: true, fileName: old.fileName, counts: { created: 1 } });
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(1);
    expect(await revisionOf(old.id)).toEqual({ isRevisable: true, newerId: next.id });
    const replaced = (who = session) =>
      withTenant(who, "import:read", (tx) => listReplaced(tx, who, [old.id, next.id]));
    expect(await replaced()).toEqual([old.id]);
    expect(await replaced((await makeTenant()).session)).toEqual([]);
    await expect(commit(old.id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("newer dry run"),
    });
    const done = await finished(commit(next.id));
    expect(done.counts).toMatchObject({ created: 1 });
    const order = await withTenant(session, "order:read", (tx) =>
      tx.customerOrder.findFirst({ select: { orderedOn: true } }),
    );
    expect(order?.orderedOn).toEqual(new Date("2025-02-01"));
  });

  it("keeps its place when the new one failed", async () => {
    const old = await dryRun();
    await finished(revise(old.id, { mapping: '{"columns":{},"headerRow":9}' }));
    expect((await revisionOf(old.id)).newerId).toBeNull();
    expect((await finished(commit(old.id))).counts).toMatchObject({ created: 1 });
  });

  it("can be imported at once, asked twice as one import", async () => {
    const old = await dryRun();
    const [first, second] = [
      await revise(old.id, { dryRun: "false" }),
      await revise(old.id, { dryRun: "false" }),
    ];
    expect(second.id).toBe(first.id);
    expect(await finished(Promise.resolve(first))).toMatchObject({
      isDryRun: false,
      counts: { created: 1 },
    });
  });

  it("hands over its file and its mapping", async () => {
    const old = await dryRun();
    const file = await withTenant(session, "import:read", (tx) => findSentFile(tx, old.id));
    expect(file).toMatchObject({
      kind: "orders",
      byteCount: ODD.length,
      mapping: { columns: COLUMNS, dateFormat: "mdy" },
      isRevisable: true,
    });
    const head = await readSentHead(session, old.id, "");
    expect("bytes" in head && new TextDecoder().decode(head.bytes)).toBe(ODD);
  });

  it("shows the sheets of a workbook that was sent", async () => {
    const book = await workbook({ One: [["a", "b", "c"]], Two: [["x"], [1]] });
    const old = await dryRun(book);
    expect(await readSentHead(session, old.id, "Two")).toEqual({
      workbook: { sheets: ["One", "Two"], sheet: "Two", csv: "x\n1\n", isWhole: true },
    });
  });
});

describe("a mapping cannot be changed", () => {
  it("of an import that is no dry run, or has not ended", async () => {
    const real = await importText(session, {
      ...{ kind: "orders", text: ODD, mapping: mapping("mdy") },
    });
    const waiting = await queue(session, {
      ...{ kind: "orders", text: ODD, isDryRun: true, mapping: mapping("mdy") },
    });
    for (const id of [real.id, waiting]) {
      await expect(revise(id)).rejects.toMatchObject({ code: "conflict" });
      expect((await revisionOf(id)).isRevisable).toBe(false);
    }
  });

  it("to a wrong one, of a file that is gone, or where there is none", async () => {
    const old = await dryRun();
    await expect(revise(old.id, { mapping: '{"columns":{"a":"x"}}' })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(revise(crypto.randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await withTenant(session, "import:write", async (tx) => {
      await tx.import.updateMany({ where: { id: old.id }, data: { uploadId: null } });
      await tx.upload.deleteMany({});
    });
    await expect(revise(old.id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("gone"),
    });
    await expect(readSentHead(session, old.id, "")).rejects.toMatchObject({ code: "conflict" });
    expect(await withTenant(session, "import:read", (tx) => findSentFile(tx, old.id))).toBeNull();
  });

  it("by another workspace, which does not see the file either", async () => {
    const old = await dryRun();
    const other = (await makeTenant()).session;
    await expect(revise(old.id, {}, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(readSentHead(other, old.id, "")).rejects.toMatchObject({ code: "not_found" });
    expect(await revisionOf(old.id, other)).toEqual({ isRevisable: false, newerId: null });
  });
});

describe("what a dry run could not read", () => {
  const lines = Array.from({ length: 400 }, (_, at) => `${at},2026-01-02,${wordOf(at)},x${at}`);
  const text = `deal_id,decided_on,outcome,reason\n${lines.join("\n")}\n`;
  const unread = (importId: string, who = session) =>
    withTenant(who, "import:read", async (tx) => {
      const reading = await findReading(tx, importId);
      return listUnreadValues(tx, who, { importId, kind: "win_loss", reading });
    });

  it("is told for the whole file, each text once, in columns that know few words", async () => {
    const { id } = await importText(session, { kind: "win_loss", text, isDryRun: true });
    expect(await unread(id)).toEqual([
      { column: "outcome", text: "On Hold", count: 15 },
      { column: "outcome", text: "who knows", count: 5 },
    ]);
    const other = (await makeTenant()).session;
    expect(await unread(id, other)).toEqual([]);
  });

  it("is hidden from who may not see personal data: a cell may hold anything", async () => {
    const { id } = await importText(session, { kind: "win_loss", text, isDryRun: true });
    expect(await unread(id)).toHaveLength(2);
    const others = [...session.permissions].filter((each) => each !== "customer:personal");
    expect(await unread(id, { ...session, permissions: new Set(others) })).toEqual([]);
  });

  it("can be read once it has a meaning", async () => {
    const { id } = await importText(session, { kind: "win_loss", text, isDryRun: true });
    const values = { dealOutcome: { "On hold": "no_decision", "who knows": "no_decision" } };
    const mapping = JSON.stringify({ columns: {}, values });
    const again = await finished(revise(id, { kind: "win_loss", mapping }));
    expect(again.counts).toMatchObject({ created: 400, rejected: 0 });
    expect(await unread(again.id)).toEqual([]);
  });
});

/** Words that no first rows show. */
function wordOf(at: number): string {
  if (at < 300) return at % 2 === 0 ? "won" : "lost";
  if (at % 20 === 0) return "who knows";
  return at % 5 === 0 ? (at % 10 === 5 ? "on hold" : "On Hold") : "won";
}
