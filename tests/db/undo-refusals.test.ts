import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { claimUndo, finishUndo, undoChunk } from "#lib/imports/commands/undo-attempt.ts";
import { failImport, listKeptRows, runImport } from "#lib/imports/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { askUndo, importedState, keptBy, undoOf } from "#tests/support/undo.ts";

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
const state = () => importedState(session);

const setFinished = (importId: string, finishedAt: Date) =>
  withTenant(session, "import:write", (tx) =>
    tx.import.updateMany({ where: { id: importId }, data: { finishedAt } }),
  );

describe("an undo that is refused", () => {
  const refused = { code: "conflict" };

  it("is one of a dry run, of an import that has not ended, or that changed nothing", async () => {
    const dry = await importText(session, { kind: "orders", text: ORDERS, isDryRun: true });
    await expect(askUndo(session, dry.id)).rejects.toMatchObject(refused);
    const waiting = await queue(session, { kind: "orders", text: ORDERS });
    await expect(askUndo(session, waiting)).rejects.toMatchObject(refused);
    await runImport({ tenantId: session.workspace.id, importId: waiting });
    const nothing = await orders(ORDERS);
    await expect(askUndo(session, nothing.id)).rejects.toMatchObject(refused);
    expect((await state()).orders).toHaveLength(3);
  });

  it("is the second one", async () => {
    const first = await orders(ORDERS);
    const asked = await Promise.allSettled(
      Array.from({ length: 8 }, () => askUndo(session, first.id)),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await runImport({ tenantId: session.workspace.id, importId: first.id });
    await expect(askUndo(session, first.id)).rejects.toMatchObject(refused);
  });

  it("is one after 24 hours", async () => {
    const first = await orders(ORDERS);
    await setFinished(first.id, new Date(Date.now() - 86_400_000 - 1000));
    await expect(askUndo(session, first.id)).rejects.toMatchObject(refused);
    await setFinished(first.id, new Date(Date.now() - 86_400_000 + 60_000));
    expect((await undoOf(session, first.id)).status).toBe("undone");
  });

  it("is one of an unknown import or of another workspace's", async () => {
    const first = await orders(ORDERS);
    const other = (await makeTenant()).session;
    await expect(askUndo(other, first.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(keptBy(other, first.id)).rejects.toMatchObject({ code: "not_found" });
    await runImport({ tenantId: other.workspace.id, importId: first.id });
    expect((await state()).orders).toHaveLength(3);
  });

  it("is one by somebody who may not import", async () => {
    const tenant = await makeTenant();
    const { id } = await importText(tenant.session, { kind: "orders", text: ORDERS });
    const auditor = tenant.sessionAs("auditor");
    await expect(askUndo(auditor, id)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("does not page with a key of another list", async () => {
    const { id } = await orders(ORDERS);
    await expect(
      withTenant(session, "import:read", (tx) =>
        listKeptRows(tx, session, id, { after: "x", limit: 1 }),
      ),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("an undo that is broken off", () => {
  const LINES = 12_000;
  const long = `${HEADER}\n${Array.from({ length: LINES }, (_, at) => `O${at},C${at % 700},2025-01-0${1 + (at % 9)},1.00,1,web\n`).join("")}`;

  it("goes on where the last chunk was committed, and twin workers do no harm", async () => {
    await orders(`${HEADER}\nO5,C9,2024-12-31,7,1,shop\n`);
    const before = await state();
    const { id } = await orders(long);
    await askUndo(session, id);
    const attempt = await withTenant(session, "import:write", (tx) => claimUndo(tx, session, id));
    if (!attempt) throw new Error("The undo could not be claimed.");
    await withTenant(session, "import:write", (tx) =>
      undoChunk(tx, session, attempt, attempt.place),
    );
    expect((await viewImport(session, id)).undo).toMatchObject({ removed: 4_999, restored: 1 });
    const run = () => runImport({ tenantId: session.workspace.id, importId: id });
    await Promise.all([run(), run(), run()]);
    await run();
    const undone = await viewImport(session, id);
    expect(undone.status).toBe("undone");
    expect(undone.undo).toMatchObject({ removed: LINES - 1 + 699, restored: 1, kept: 0 });
    expect(await state()).toEqual(before);
    await expect(
      withTenant(session, "import:write", (tx) => finishUndo(tx, session, attempt)),
    ).rejects.toThrow("newer attempt");
  });

  it("says so when it is given up, and can be asked for again", async () => {
    const { id } = await orders(ORDERS);
    await askUndo(session, id);
    await failImport({ tenantId: session.workspace.id, importId: id });
    const stopped = await viewImport(session, id);
    expect(stopped.status).toBe("succeeded");
    expect(stopped.undo?.failure).toContain("undo again");
    expect((await undoOf(session, id)).undo).toMatchObject({ removed: 5, failure: null });
  });

  it("keeps its ledger over a night", async () => {
    const { id } = await orders(ORDERS);
    await askUndo(session, id);
    await runDailyCleanUp({}, new Date(Date.now() + 2 * 86_400_000));
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect((await state()).orders).toEqual([]);
  });
});

describe("the traces of an undo", () => {
  it("are audit events with counts, and a new computation of value", async () => {
    const { id } = await orders(ORDERS);
    await undoOf(session, id);
    const events = await withTenant(session, "audit:read", (tx) =>
      tx.auditEvent.findMany({ where: { objectId: id }, orderBy: { id: "asc" } }),
    );
    expect(events.map(({ action }) => action)).toEqual([
      "import.started",
      "import.finished",
      "import.undo_started",
      "import.undone",
    ]);
    expect(events.at(-1)?.after).toEqual({ removed: 5, restored: 0, kept: 0 });
  });
});
