import { expect, it } from "vitest";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { claimUndo, undoChunk } from "#lib/imports/commands/undo-attempt.ts";
import { failImport } from "#lib/imports/index.ts";
import { importText, viewImport } from "#tests/support/imports.ts";
import { withSuperuser } from "#tests/support/superuser.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { askUndo } from "#tests/support/undo.ts";

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,C1,2025-03-01,x\n";
const HOUR_MS = 3_600_000;

it("removes files and ledgers after the day of Undo and rejects after 30 days, and keeps orders and imports", async () => {
  const { session } = await makeTenant();
  const { id } = await importText(session, { kind: "orders", text: ORDERS });
  const left = () =>
    withTenant(session, "import:read", async (tx) => ({
      uploads: await tx.upload.count(),
      pieces: await tx.uploadPiece.count(),
      ledger: await tx.importRow.count(),
      rejects: await tx.importReject.count(),
      orders: await tx.customerOrder.count(),
    }));
  const cleanAfterHours = (hours: number) =>
    runDailyCleanUp({}, new Date(Date.now() + hours * HOUR_MS));

  await cleanAfterHours(23);
  expect(await left()).toEqual({ uploads: 1, pieces: 1, ledger: 2, rejects: 1, orders: 1 });
  await cleanAfterHours(25);
  expect(await left()).toEqual({ uploads: 0, pieces: 0, ledger: 0, rejects: 1, orders: 1 });
  await cleanAfterHours(31 * 24);
  await cleanAfterHours(31 * 24);
  expect(await left()).toEqual({ uploads: 0, pieces: 0, ledger: 0, rejects: 0, orders: 1 });
  expect((await viewImport(session, id)).counts).toMatchObject({ created: 1, rejected: 1 });
});

it("removes the rows that a given-up undo kept, with the ledger it would need to go on", async () => {
  const { session } = await makeTenant();
  const { id } = await importText(session, { kind: "orders", text: ORDERS });
  await importText(session, { kind: "orders", text: ORDERS.replace("10.00", "12.00") });
  await askUndo(session, id);
  const attempt = await withTenant(session, "import:write", (tx) => claimUndo(tx, session, id));
  if (!attempt) throw new Error("The undo was asked for.");
  await withTenant(session, "import:write", (tx) => undoChunk(tx, session, attempt, attempt.place));
  await failImport({ tenantId: session.workspace.id, importId: id });
  const kept = () => withTenant(session, "import:read", (tx) => tx.importKeptRow.count());
  expect(await viewImport(session, id)).toMatchObject({ status: "succeeded", undo: { kept: 1 } });
  await runDailyCleanUp({}, new Date(Date.now() + 23 * HOUR_MS));
  expect(await kept()).toBe(1);
  await runDailyCleanUp({}, new Date(Date.now() + 25 * HOUR_MS));
  expect(await kept()).toBe(0);
});

it("goes on with the other workspaces where one cannot be cleaned, and fails at the end", async () => {
  const [before, broken, after] = [await makeTenant(), await makeTenant(), await makeTenant()];
  for (const { session } of [before, broken, after])
    await importText(session, { kind: "orders", text: ORDERS });
  const ledgerOf = ({ session }: TestTenant) =>
    withTenant(session, "import:read", (tx) => tx.importRow.count());
  const dayLater = () => runDailyCleanUp({}, new Date(Date.now() + 25 * HOUR_MS));
  await refuseDeletes(broken.workspace.id);
  try {
    await expect(dayLater()).rejects.toThrow("clean-up of a workspace failed, in 1 workspace");
    expect(await ledgerOf(before)).toBe(0);
    expect(await ledgerOf(broken)).toBe(2);
    expect(await ledgerOf(after)).toBe(0);
  } finally {
    await allowDeletes();
  }
  await dayLater();
  expect(await ledgerOf(broken)).toBe(0);
});

/** Stands for whatever one workspace alone can meet. */
const refuseDeletes = (tenantId: string) =>
  withSuperuser((client) =>
    client.query(`
      CREATE FUNCTION refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no delete here'; END $$;
      CREATE TRIGGER refuse_delete BEFORE DELETE ON import_row FOR EACH ROW
        WHEN (OLD.tenant_id = '${tenantId}') EXECUTE FUNCTION refuse_delete()`),
  );

const allowDeletes = () =>
  withSuperuser((client) => client.query("DROP FUNCTION refuse_delete CASCADE"));
