import { expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importsAddress } from "#lib/imports/filter.ts";
import { listImports, listOrigins } from "#lib/imports/index.ts";
import { recordsAddress } from "#lib/records/filter.ts";
import { exportRecords, recordColumns } from "#lib/records/index.ts";
import { getLatencyReport } from "#lib/sources/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

const { columns } = recordColumns("complaints");
type Complaint = { number: string; source: string; received_on: string; body: string };

function fileOf(...complaints: readonly Complaint[]): string {
  const lines = complaints.map((each) =>
    columns.map((name) => Object.entries(each).find(([key]) => key === name)?.[1] ?? "").join(","),
  );
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

const complaint = (source: string, body: string): Complaint => ({
  ...{ number: "R1", source, received_on: "2025-02-03", body },
});

const rowsIn = (session: Session) =>
  withTenant(session, "complaint:read", (tx) =>
    exportRecords(tx, session, { kind: "complaints", query: recordsAddress.usual }, { limit: 10 }),
  );

const sourcesOf = async (session: Session) => {
  const report = (tx: Parameters<typeof getLatencyReport>[0]) => getLatencyReport(tx, session);
  return (await withTenant(session, "source:read", report)).sources;
};

it("is listed under each of its sources, and Undo restores what was there exactly", async () => {
  const { session } = await makeTenant();
  const kind = "complaints";
  const first = [complaint("Alpha", "Late"), complaint("Beta", "Broken")];
  await importText(session, { kind, text: fileOf(...first) });
  const before = await rowsIn(session);
  const next = [
    complaint("Alpha", "Late again"),
    complaint("Beta", "Broken"),
    complaint("Gamma", "New"),
  ];
  const done = await importText(session, { kind, text: fileOf(...next) });
  expect(done.counts).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: 0 });
  const sources = await sourcesOf(session);
  expect(sources.map(({ name }) => name)).toEqual(["Alpha", "Beta", "Gamma"]);
  for (const { id, name, lastImport } of sources) {
    expect([name, lastImport?.id]).toEqual([name, done.id]);
    const { items } = await withTenant(session, "import:read", (tx) =>
      listImports(tx, { limit: 9 }, { ...importsAddress.usual, sources: [id] }),
    );
    expect(items).toHaveLength(name === "Gamma" ? 1 : 2);
    expect(items[0]?.id).toBe(done.id);
  }
  const origins = await withTenant(session, "import:read", (tx) => listOrigins(tx, kind));
  expect(origins.sources.map(({ name }) => name)).toEqual(["Alpha", "Beta", "Gamma"]);
  expect(await rowsIn(session)).not.toEqual(before);
  const { undo } = await undoOf(session, done.id);
  expect(undo).toMatchObject({ removed: 1, restored: 1, kept: 0 });
  expect(await rowsIn(session)).toEqual(before);
  expect((await sourcesOf(session)).map(({ lastImport }) => lastImport === null)).toEqual([
    ...[false, false, true],
  ]);
});

it("a dry run names no source, and another workspace sees none of it", async () => {
  const { session } = await makeTenant();
  const text = fileOf(complaint("Alpha", "Late"), complaint("Beta", "Broken"));
  const dry = await importText(session, { kind: "complaints", text, isDryRun: true });
  expect(dry.counts).toMatchObject({ created: 2 });
  expect(await sourcesOf(session)).toEqual([]);
  await importText(session, { kind: "complaints", text });
  const other = (await makeTenant()).session;
  expect(await sourcesOf(other)).toEqual([]);
  const named = await withTenant(other, "import:read", (tx) => tx.importSource.count());
  expect(named).toBe(0);
});
