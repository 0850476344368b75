import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importsAddress } from "#lib/imports/filter.ts";
import { listImports, listOrigins, recordHistoryExport } from "#lib/imports/index.ts";
import { signalsAddress } from "#lib/signals/filter.ts";
import {
  exportSignals,
  listSignals,
  listSignalsOf,
  recordSignalExport,
} from "#lib/signals/index.ts";
import { createSource } from "#lib/sources/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

const SIGNALS =
  "response_id,customer_id,date,metric,score,comment\nR1,C1,2026-01-03,NPS,9,=cmd\nR2,C2,2026-03-04,NPS,3,Waited long\nR3,,2026-03-05,NPS,7,\n";
const importSignals = (source = "Store survey", session = owner) =>
  importText(session, { kind: "signals", text: SIGNALS, mapping: { columns: {}, source } });

describe("feedback and imports by source", () => {
  it("are narrowed to a source and to an import, and the choices are those that brought feedback", async () => {
    const first = await importSignals();
    await importSignals("Hotline");
    await withTenant(owner, "source:write", (tx) =>
      createSource(tx, owner, {
        ...{ name: "Without files", kind: "survey", refreshRhythm: "weekly" },
        ownerDepartmentId: null,
      } as const),
    );
    const { origins, ofSource, ofImport } = await withTenant(owner, "signal:read", async (tx) => {
      const found = await listOrigins(tx, "signals");
      const hotline = found.sources.find(({ name }) => name === "Hotline")?.id ?? "";
      const page = { limit: 10 };
      return {
        origins: found,
        ofSource: await listSignals(tx, owner, page, {
          ...signalsAddress.usual,
          sources: [hotline],
        }),
        ofImport: await listSignals(tx, owner, page, {
          ...signalsAddress.usual,
          imports: [first.id],
        }),
      };
    });
    expect(origins.sources.map(({ name }) => name)).toEqual(["Hotline", "Store survey"]);
    expect(origins.imports).toHaveLength(2);
    expect(ofSource.items.map(({ source }) => source)).toEqual(["Hotline", "Hotline", "Hotline"]);
    expect(new Set(ofImport.items.map(({ source }) => source))).toEqual(new Set(["Store survey"]));
    const sources = origins.sources.slice(0, 1).map(({ id }) => id);
    const imports = await withTenant(owner, "import:read", (tx) =>
      listImports(tx, { limit: 10 }, { ...importsAddress.usual, sources }),
    );
    expect(imports.items).toHaveLength(1);
    expect(importsAddress.read(new URLSearchParams("source=zz")).sources).toEqual([]);
  });
});

describe("feedback of a customer", () => {
  const found = (session: Session) =>
    withTenant(session, "signal:read", (tx) =>
      listSignals(tx, session, { limit: 10 }, { ...signalsAddress.usual, customer: "C1" }),
    );

  it("is found by the customer's number, by those who may read whose it is", async () => {
    await importSignals();
    const { items } = await found(owner);
    expect(items.map(({ customer }) => customer?.number)).toEqual(["C1"]);
    await expect(found(tenant.sessionAs("executive"))).rejects.toMatchObject({ code: "forbidden" });
    expect((await found((await makeTenant()).session)).items).toEqual([]);
    const id = items[0]?.customer?.id ?? "";
    const last = (session: Session) =>
      withTenant(session, "customer:read", (tx) => listSignalsOf(tx, session, id, 5));
    expect((await last(owner)).map(({ score }) => score)).toEqual([9]);
    expect(await last(tenant.sessionAs("executive"))).toEqual([]);
    expect(await last((await makeTenant()).session)).toEqual([]);
  });
});

describe("feedback as a file", () => {
  const exported = (session: Session, after: string | null = null, limit = 2) =>
    withTenant(session, "signal:read", (tx) =>
      exportSignals(tx, session, signalsAddress.usual, { after, limit }),
    );

  it("comes page by page, the last said first, with whose it is only for who may read that", async () => {
    await importSignals();
    const first = await exported(owner);
    const last = await exported(owner, first.next);
    const rows = [...first.rows, ...last.rows];
    expect(rows.map(([number, day]) => [number, day])).toEqual([
      ["R3", "2026-03-05"],
      ["R2", "2026-03-04"],
      ["R1", "2026-01-03"],
    ]);
    expect(last.next).toBeNull();
    expect(rows.map((row) => row.at(-1))).toEqual([null, "C2", "C1"]);
    const masked = await exported(tenant.sessionAs("executive"), null, 10);
    expect(masked.rows.map((row) => row.at(-1))).toEqual([null, null, null]);
  });

  it("leaves an event with its format, filters and count, and shows another workspace nothing", async () => {
    await importSignals();
    await withTenant(owner, "customer:export", (tx) =>
      recordSignalExport(tx, owner, {
        query: { ...signalsAddress.usual, days: { from: "2026-03-01", to: null } },
        format: "xlsx",
      }),
    );
    expect((await storedEvents(owner)).at(-1)).toMatchObject({
      action: "signal.exported",
      after: { format: "xlsx", rows: 2, fromOn: "2026-03-01" },
    });
    expect((await exported((await makeTenant()).session)).rows).toEqual([]);
  });
});

describe("the history of imports as a file", () => {
  it("leaves an event with its format, filters and count", async () => {
    await importSignals();
    await withTenant(owner, "customer:export", (tx) =>
      recordHistoryExport(tx, owner, {
        query: { ...importsAddress.usual, kinds: ["orders"] },
        format: "json",
      }),
    );
    expect((await storedEvents(owner)).at(-1)).toMatchObject({
      action: "import.history_exported",
      after: { format: "json", rows: 0, kinds: ["orders"] },
    });
    expect(await storedEvents((await makeTenant()).session)).toEqual([]);
  });
});
