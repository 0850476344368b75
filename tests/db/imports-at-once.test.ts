import { expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport } from "#lib/imports/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { askUndo, undoOf } from "#tests/support/undo.ts";

const ROWS = 3_000;
const rows = (head: string, row: (at: number) => string) =>
  `${[head, ...Array.from({ length: ROWS }, (_, at) => row(at))].join("\n")}\n`;

/** A file of each way that rows are written; `mark` makes two of them differ in every row. */
const FILES = {
  orders: (mark: number) =>
    rows("order_id,customer_id,date,amount", (at) => `N${at},C1,2025-03-01,${mark}.00`),
  customers: (mark: number) => rows("customer_id,name", (at) => `N${at},Name ${mark}`),
  complaints: (mark: number) =>
    rows("complaint_id,received,reason", (at) => `N${at},2025-02-01,Reason ${mark}`),
};
type Kind = keyof typeof FILES;
const KINDS = Object.keys(FILES) as Kind[];

/** What each row says that the two files say differently, and how often. */
function marks(session: Session, kind: Kind): Promise<Record<string, number>> {
  return withTenant(session, "order:read", async (tx) => {
    const told: Record<Kind, () => Promise<string[]>> = {
      orders: async () =>
        (await tx.customerOrder.findMany()).map(({ amountMinor }) => String(amountMinor)),
      customers: async () => (await tx.customer.findMany()).map(({ name }) => name ?? ""),
      complaints: async () => (await tx.complaint.findMany()).map(({ reason }) => reason ?? ""),
    };
    const counts: Record<string, number> = {};
    for (const each of await told[kind]()) counts[each] = (counts[each] ?? 0) + 1;
    return counts;
  });
}

/** Two imports of the same new numbers, as two workers run them when the queue lets both begin. */
async function runBoth(session: Session, kind: Kind) {
  // Known before, so that neither of the two makes the customer on the way: which of them did is left to chance.
  if (kind === "orders") await importText(session, { kind: "customers", text: "id\nC1\n" });
  const ids = [
    await queue(session, { kind, text: FILES[kind](1) }),
    await queue(session, { kind, text: FILES[kind](2) }),
  ];
  const tenantId = session.workspace.id;
  await Promise.all(ids.map((importId) => runImport({ tenantId, importId })));
  const views = await Promise.all(ids.map((id) => viewImport(session, id)));
  return views.sort((one, other) => other.counts.created - one.counts.created);
}

it.each(KINDS)(
  "enters %s of two imports at once as made once and changed once, and Undo of the second gives the first's back",
  async (kind) => {
    const { session } = await makeTenant();
    const [first, second] = await runBoth(session, kind);
    if (!first || !second) throw new Error("Two were run.");
    expect(first.counts).toMatchObject({ created: ROWS, updated: 0, rejected: 0 });
    expect(second.counts).toMatchObject({ created: 0, updated: ROWS, rejected: 0 });
    const ledger = await withTenant(session, "import:read", (tx) =>
      tx.importRow.groupBy({
        by: ["importId", "action"],
        where: { entity: kind.slice(0, -1) },
        _count: true,
      }),
    );
    expect(ledger.map(({ importId, action, _count }) => [importId, action, _count])).toEqual(
      expect.arrayContaining([
        [first.id, "created", ROWS],
        [second.id, "updated", ROWS],
      ]),
    );
    const bySecond = await marks(session, kind);
    expect(Object.values(bySecond)).toEqual([ROWS]);
    const undone = await undoOf(session, second.id);
    expect(undone.undo).toMatchObject({ restored: ROWS, kept: 0 });
    const byFirst = await marks(session, kind);
    expect(Object.values(byFirst)).toEqual([ROWS]);
    expect(Object.keys(byFirst)).not.toEqual(Object.keys(bySecond));
  },
);

it.each(KINDS)(
  "keeps what the first of two imports at once made of known %s as the second's former values",
  async (kind) => {
    const { session } = await makeTenant();
    await importText(session, { kind, text: FILES[kind](3) });
    const before = await marks(session, kind);
    const both = await runBoth(session, kind);
    for (const { counts } of both) expect(counts).toMatchObject({ created: 0, updated: ROWS });
    const bySecond = await marks(session, kind);
    const undone = await Promise.all(both.map(({ id }) => askUndo(session, id)));
    for (const { id } of undone) await runImport({ tenantId: session.workspace.id, importId: id });
    const views = await Promise.all(both.map(({ id }) => viewImport(session, id)));
    const [kept] = views.filter(({ undo }) => undo?.kept === ROWS);
    const afterUndo = await marks(session, kind);
    expect(Object.values(bySecond)).toEqual([ROWS]);
    // Undone last first, both are gone; undone first first, that one's rows were the other's by then, and come back with it.
    expect(Object.keys(afterUndo)[0] === Object.keys(before)[0]).toBe(kept === undefined);
    expect(Object.values(afterUndo)).toEqual([ROWS]);
    expect(afterUndo).not.toEqual(bySecond);
  },
);
