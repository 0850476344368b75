import { expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { claimAttempt, Superseded } from "#lib/imports/commands/import-attempt.ts";
import { mergeChunk, prepareInAdvance } from "#lib/imports/commands/merge-chunk.ts";
import { claimUndo, undoChunk } from "#lib/imports/commands/undo-attempt.ts";
import { failImport, runImport } from "#lib/imports/index.ts";
import { getAdministration, resumeImports } from "#lib/operations/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { withSuperuser } from "#tests/support/superuser.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { askUndo, importedState } from "#tests/support/undo.ts";

const ROWS = 6_000;
const orders = (rows: number) => {
  const lines = Array.from({ length: rows }, (_, at) => `O${at},C${at % 900},2025-03-01,1.00`);
  return `order_id,customer_id,date,amount\n${lines.join("\n")}\n`;
};

/** The states of the jobs that are to work on an import. */
async function jobsOf(importId: string): Promise<string[]> {
  const { rows } = await withSuperuser((client) =>
    client.query<{ state: string }>(
      "SELECT state::text AS state FROM pgboss.job WHERE name = 'import.run' AND data ->> 'importId' = $1",
      [importId],
    ),
  );
  return rows.map(({ state }) => state);
}

/** What is left when a worker that had fallen silent wakes up and ends, as its own, the job that another has by then. */
const loseJob = (importId: string) =>
  withSuperuser((client) =>
    client.query(
      "UPDATE pgboss.job SET state = 'completed', completed_on = now() WHERE data ->> 'importId' = $1",
      [importId],
    ),
  );

const chunkOf = (session: Session, importId: string) =>
  withTenant(
    session,
    "import:write",
    async (tx) => {
      const attempt = await claimUndo(tx, session, importId);
      if (!attempt) throw new Error("The undo was asked for.");
      await undoChunk(tx, session, attempt, attempt.place);
      return attempt;
    },
    { timeoutMs: 60_000 },
  );

it("finds an import that lost its job, once, and leaves the others alone", async () => {
  const { session } = await makeTenant();
  const lost = await queue(session, { kind: "orders", text: orders(1) });
  const attended = await queue(session, { kind: "orders", text: orders(2) });
  await loseJob(lost);
  await resumeImports();
  expect(await jobsOf(lost)).toEqual(expect.arrayContaining(["completed", "created"]));
  await resumeImports();
  expect(await jobsOf(lost)).toHaveLength(2);
  expect(await jobsOf(attended)).toEqual(["created"]);
});

it("goes on with an undo whose worker died, and fences that worker off should it wake up", async () => {
  const { session } = await makeTenant();
  const { id } = await importText(session, { kind: "orders", text: orders(ROWS) });
  await askUndo(session, id);
  const dead = await chunkOf(session, id);
  await loseJob(id);

  const { imports } = await getAdministration();
  expect(imports).toContainEqual(
    expect.objectContaining({ importId: id, status: "undoing", percent: 72 }),
  );
  await resumeImports();
  expect(await jobsOf(id)).toContain("created");

  const next = await chunkOf(session, id);
  expect(next.number).toBe(dead.number + 1);
  await expect(
    withTenant(session, "import:write", (tx) =>
      undoChunk(tx, session, dead, { entity: "customer", line: 0 }),
    ),
  ).rejects.toThrow(Superseded);

  await runImport({ tenantId: session.workspace.id, importId: id });
  const undone = await viewImport(session, id);
  expect(undone).toMatchObject({
    status: "undone",
    undo: { removed: ROWS + 900, restored: 0, kept: 0 },
  });
  expect(await importedState(session)).toEqual({ orders: [], customers: [], consents: [] });
});

it("lets the workspaces that are closed rest", async () => {
  const { session, workspace } = await makeTenant();
  const id = await queue(session, { kind: "orders", text: orders(1) });
  await loseJob(id);
  await withSuperuser((client) =>
    client.query("UPDATE tenant SET delete_after = now() + interval '1 day' WHERE id = $1", [
      workspace.id,
    ]),
  );
  await resumeImports();
  expect(await jobsOf(id)).toEqual(["completed"]);
});

/** The jobs that wait to look at the workspace again. */
async function waitingFor(tenantId: string): Promise<string[]> {
  const { rows } = await withSuperuser((client) =>
    client.query<{ name: string }>(
      `SELECT name FROM pgboss.job WHERE data ->> 'tenantId' = $1 AND state = 'created'
       AND name IN ('value.refresh', 'customers.profile') ORDER BY name`,
      [tenantId],
    ),
  );
  return rows.map(({ name }) => name);
}

it("computes value again over what a given-up import had written, and not where it wrote nothing", async () => {
  const { session, workspace } = await makeTenant();
  const nothing = await queue(session, { kind: "orders", text: orders(1) });
  await failImport({ tenantId: workspace.id, importId: nothing });
  expect(await waitingFor(workspace.id)).toEqual([]);

  const id = await queue(session, { kind: "orders", text: orders(2) });
  await writeFirstChunk(session, id);
  expect(await waitingFor(workspace.id)).toEqual([]);
  await failImport({ tenantId: workspace.id, importId: id });
  expect(await viewImport(session, id)).toMatchObject({ status: "failed", counts: { created: 1 } });
  expect(await waitingFor(workspace.id)).toEqual(["customers.profile", "value.refresh"]);
});

it("computes nothing again for a dry run that was given up", async () => {
  const { session, workspace } = await makeTenant();
  const id = await queue(session, { kind: "orders", text: orders(2), isDryRun: true });
  await writeFirstChunk(session, id);
  await failImport({ tenantId: workspace.id, importId: id });
  expect(await viewImport(session, id)).toMatchObject({ status: "failed" });
  expect(await waitingFor(workspace.id)).toEqual([]);
});

/** A first chunk of one row, after which the worker dies. */
async function writeFirstChunk(session: Session, importId: string): Promise<void> {
  const attempt = await withTenant(session, "import:write", (tx) =>
    claimAttempt(tx, session, importId),
  );
  if (!attempt) throw new Error("The import waits.");
  const row = {
    ...{ line: 2, externalId: "O0", customerExternalId: "C0", orderedOn: "2025-03-01" },
    ...{ orderedAt: null, amountMinor: 100, currency: "EUR", quantity: null },
    ...{ productCode: null, channel: null },
  };
  const chunk = { first: 0, records: 1, bytesRead: 60, rows: [row], rejects: [] };
  const prepared = await prepareInAdvance(session, attempt, chunk);
  await mergeChunk(session, attempt, prepared, Promise.resolve());
}
