import { expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import { namedFilters } from "#lib/http/filter-names.ts";
import { recordsAddress } from "#lib/records/filter.ts";
import { listRecordRows } from "#lib/records/index.ts";
import { signalsAddress } from "#lib/signals/filter.ts";
import { listSignals } from "#lib/signals/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const AT = "2025-03-01 20:30:00";

it("feedback and orders of the same instant are of the same day: the one in the workspace", async () => {
  const { session } = await makeTenant({ timeZone: "Europe/Vienna" });
  const mapping = { columns: {}, timeZone: "America/New_York" };
  const signals = `response_id,timestamp,comment\nR1,${AT},Late\n`;
  const orders = `order_id,customer_id,timestamp,amount\nA1,C1,${AT},5\n`;
  for (const [kind, text] of [
    ["signals", signals],
    ["orders", orders],
  ] as const) {
    const done = await importText(session, { kind, text, mapping });
    expect(done).toMatchObject({ failure: null, counts: { created: 1 } });
  }
  const on = (days: string) => signalsAddress.read(new URLSearchParams(days));
  const said = (days: string) =>
    withTenant(session, "signal:read", (tx) => listSignals(tx, session, { limit: 5 }, on(days)));
  expect((await said("from=2025-03-02")).items.map(({ occurredOn }) => occurredOn)).toEqual([
    "2025-03-02",
  ]);
  expect((await said("to=2025-03-01")).items).toEqual([]);
  const { items } = await withTenant(session, "order:read", (tx) =>
    listRecordRows(tx, session, { kind: "orders", query: recordsAddress.usual }, { limit: 5 }),
  );
  expect(items.map(({ on: day }) => day)).toEqual(["2025-03-02"]);
});

it("a file names the things that it is narrowed to, and keeps the id of what is not there", async () => {
  const { session } = await makeTenant();
  const text = "response_id,date,comment\nR1,2025-03-01,Late\n";
  const done = await importText(session, {
    kind: "signals",
    text,
    mapping: { columns: {}, source: "Hotline" },
  });
  const other = (await makeTenant()).session;
  const named = (who: typeof session) =>
    withTenant(who, "import:read", async (tx) => {
      const source = await tx.dataSource.findFirst({ select: { id: true } });
      const id = source?.id ?? "";
      return namedFilters(tx, [
        ["source", id],
        ["import", done.id],
        ["metric", "nps"],
      ]);
    });
  expect(await named(session)).toEqual([
    ["source", "Hotline"],
    ["import", "test.csv"],
    ["metric", "nps"],
  ]);
  expect(await named(other)).toEqual([
    ["source", ""],
    ["import", done.id],
    ["metric", "nps"],
  ]);
});
