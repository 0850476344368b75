import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

let session: Session;
let api: ReturnType<typeof createApi>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["all"]));
});

type Files = { full: string; without: string; empty: string };

/** A first file, one that lacks a column, and one whose cell of that column is empty. */
const FILES: Readonly<Record<"subscriptions" | "signals" | "interactions", Files>> = {
  subscriptions: {
    full: "subscription_id,customer_id,start,end,plan\nE1,C1,2024-01-01,2024-09-30,Pro\n",
    without: "subscription_id,customer_id,start,plan\nE1,C1,2024-01-01,Max\nE2,C1,2024-01-01,Max\n",
    empty: "subscription_id,customer_id,start,end,plan\nE1,C1,2024-01-01,,Max\n",
  },
  signals: {
    full: "response_id,customer_id,date,metric,score,audience,comment\nE1,C1,2026-01-01,NPS,3,staff,Cold\n",
    without: "response_id,customer_id,date,comment\nE1,C1,2026-01-01,Warm\nE2,C1,2026-01-01,Warm\n",
    empty:
      "response_id,customer_id,date,metric,score,audience,comment\nE1,C1,2026-01-01,NPS,,,Warm\n",
  },
  interactions: {
    full: "call_id,customer_id,date,type,notes\nE1,C1,2026-01-01,visit,Cold\n",
    without: "call_id,customer_id,date,notes\nE1,C1,2026-01-01,Warm\nE2,C1,2026-01-01,Warm\n",
    empty: "call_id,customer_id,date,type,notes\nE1,C1,2026-01-01,,Warm\n",
  },
};

const HELD = {
  subscriptions: { endedOn: new Date("2024-09-30") },
  signals: { score: 3, scaleMin: 0, scaleMax: 10, higherIsBetter: true, audience: "employee" },
  interactions: { kind: "visit" },
};
const CLEARED = {
  subscriptions: { endedOn: null },
  signals: {
    ...{ score: null, scaleMin: null, scaleMax: null, higherIsBetter: null },
    ...{ metric: "nps", audience: "customer" },
  },
  interactions: { kind: "other" },
};
const kinds = ["subscriptions", "signals", "interactions"] as const;
type Kind = (typeof kinds)[number];

function rowsOf(kind: Kind, externalId = "E1", of = session): Promise<object[]> {
  const where = { externalId };
  return withTenant(of, "import:read", (tx): Promise<object[]> => {
    if (kind === "subscriptions") return tx.subscription.findMany({ where });
    return kind === "signals" ? tx.signal.findMany({ where }) : tx.interaction.findMany({ where });
  });
}

describe("a file", () => {
  it.each(kinds)("of %s leaves alone what it has no column for", async (kind) => {
    const { full, without } = FILES[kind];
    await importText(session, { kind, text: full });
    const dry = await importText(session, { kind, text: without, isDryRun: true });
    const real = await importText(session, { kind, text: without });
    expect(real.counts).toMatchObject({ created: 1, updated: 1, rejected: 0 });
    expect(dry.counts).toEqual(real.counts);
    expect(await rowsOf(kind)).toMatchObject([HELD[kind]]);
    expect(await rowsOf(kind, "E2")).toMatchObject(
      [{ ...CLEARED[kind], metric: undefined }].map(known),
    );
    const again = await importText(session, { kind, text: `${without}\n` });
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it.each(kinds)(
    "of %s clears what its column has no value for, and Undo gives it back",
    async (kind) => {
      const { full, empty } = FILES[kind];
      await importText(session, { kind, text: full });
      const before = await rowsOf(kind);
      const { id } = await importText(session, { kind, text: empty });
      expect(await rowsOf(kind)).toMatchObject([CLEARED[kind]]);
      await undoOf(session, id);
      expect(await rowsOf(kind)).toEqual(before);
    },
  );

  it("of returns leaves alone what it has no column for", async () => {
    const head = "order_id,customer_id,date,amount,sku";
    const file = (text: string) => importText(session, { kind: "orders", text });
    await file(`${head},quantity,return_of\nR1,C1,2026-01-03,-5,A,-1,O1\n`);
    await file(`${head}\nR1,C1,2026-01-04,-5,A\n`);
    const returns = await withTenant(session, "order:read", (tx) =>
      tx.orderReturn.findMany({ select: { returnOf: true, quantity: true, returnedOn: true } }),
    );
    expect(returns).toEqual([{ returnOf: "O1", quantity: 1, returnedOn: new Date("2026-01-04") }]);
  });
});

function known({ metric, ...row }: Record<string, unknown>) {
  return row;
}

const ITEMS: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  subscriptions: { customerExternalId: "C1", startedOn: "2024-01-01", endedOn: "2024-09-30" },
  signals: {
    ...{ occurredOn: "2026-01-01", metric: "nps", score: 3, audience: "employee", body: "Cold" },
  },
  interactions: { occurredOn: "2026-01-01", kind: "visit", body: "Cold" },
};
const CHANGES = {
  subscriptions: { customerExternalId: "C1", startedOn: "2024-01-01", plan: "Max" },
  signals: { occurredOn: "2026-01-01", body: "Warm" },
  interactions: { occurredOn: "2026-01-01", body: "Warm" },
};
const NULLS = {
  subscriptions: { endedOn: null },
  signals: { score: null, audience: null },
  interactions: { kind: null },
};

describe("an item of the API", () => {
  it.each(kinds)("of %s keeps what it does not name; an explicit null clears", async (kind) => {
    await api.put(kind, "E1", ITEMS[kind]);
    expect(await api.read(api.put(kind, "E1", CHANGES[kind]))).toMatchObject({
      outcome: "updated",
    });
    expect(await rowsOf(kind)).toMatchObject([HELD[kind]]);
    await api.put(kind, "E1", { ...CHANGES[kind], ...NULLS[kind] });
    expect(await rowsOf(kind)).toMatchObject([CLEARED[kind]]);
  });

  it("is held against its own fields, whatever the others of its request name", async () => {
    const { signals } = ITEMS;
    await api.bulk("signals", {
      items: [
        { ...signals, externalId: "A" },
        { ...signals, externalId: "B" },
      ],
    });
    const answer = await api.read(
      api.bulk("signals", {
        items: [
          { ...CHANGES.signals, externalId: "B" },
          { ...signals, score: 9, externalId: "A" },
          { ...signals, externalId: "C" },
        ],
      }),
    );
    expect(answer["counts"]).toMatchObject({ created: 1, updated: 2, unchanged: 0, refused: 0 });
    expect(await rowsOf("signals", "A")).toMatchObject([{ score: 9 }]);
    expect(await rowsOf("signals", "B")).toMatchObject([{ score: 3, body: "Warm" }]);
  });

  it("changes nothing of another workspace's row of the same number", async () => {
    const other = await makeTenant();
    await api.put("signals", "E1", ITEMS.signals);
    const theirs = createApi(await makeApiKey(other.session, ["all"]));
    await theirs.put("signals", "E1", CHANGES.signals);
    expect(await rowsOf("signals")).toMatchObject([{ score: 3, body: "Cold" }]);
    expect(await rowsOf("signals", "E1", other.session)).toMatchObject([
      { score: null, audience: "customer" },
    ]);
  });
});
