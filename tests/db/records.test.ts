import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { parseRecordQuery } from "#lib/records/filter.ts";
import {
  countRecords,
  exportRecords,
  listRecordRows,
  listRecordsOfCustomer,
  listRecordWords,
  recordColumns,
} from "#lib/records/index.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import { RECORD_KINDS, type RecordKind, type RecordRow } from "#lib/records/types.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

const FILES = {
  interactions: [
    "call_id,customer_id,timestamp,type,channel,duration,activity,outcome,subject",
    "I1,C1,2025-03-01T09:30:00Z,service,phone,270,Phone call,solved,Boiler",
    "I2,C2,2025-03-01T10:00:00Z,visit,on site,7200,Visit,,",
    "I3,C1,2025-03-04T10:00:00Z,service,phone,60,Phone call,called back,",
  ],
  complaints: [
    "complaint_id,customer_id,received,closed,status,reason,description",
    "K1,C1,2025-02-01,2025-02-03,Closed,Late,Came on Friday",
    "K2,C2,2025-02-02,,Open,Broken,",
  ],
  subscriptions: [
    "subscription_id,customer_id,plan,start,end,price,period",
    "S1,C1,Basic,2024-01-01,,9.90,monthly",
    "S2,C2,Pro,2024-02-01,2024-09-30,120,annual",
  ],
  orders: [
    "order_id,customer_id,date,amount,product,return_of",
    "A1,C1,2025-03-01,50.00,TEA,",
    "A2,C2,2025-03-02,60.00,POT,",
    "R1,C1,2025-03-04,10.00,TEA,A1",
    "R2,C1,2025-03-05,8.00,TEA,A9",
  ],
  order_lines: [
    "order_id,customer_id,date,product,quantity,unit_price",
    "A1,C1,2025-03-01,TEA,2,5.00",
    "A2,C2,2025-03-02,POT,1,7.50",
  ],
  win_loss: [
    "deal_id,customer_id,close date,stage,competitor,amount",
    "D1,C1,2025-01-10,Closed Won,,1000",
    "D2,C2,2025-01-12,Closed Lost,Rival,500",
  ],
  activity_rates: [
    "activity,unit,cost,valid_from",
    "Phone call,minute,0.80,2025-01-01",
    "Visit,visit,120,2025-02-01",
  ],
  acquisition_costs: [
    "cost_id,customer_id,channel,from,amount",
    "B1,C1,Referral,2025-01-05,40",
    "B2,C2,Fairs,2025-02-01,300",
  ],
  segment_lists: ["segment,customer_id,left", "Landlords,C1,", "Landlords,C2,yes"],
} as const;
type FileKind = keyof typeof FILES;

const fileOf = (kind: RecordKind): FileKind => (kind === "returns" ? "orders" : kind);

async function bring(kind: RecordKind, source?: string, session = owner) {
  const file = fileOf(kind);
  const mapping = source === undefined ? {} : { mapping: { columns: {}, source } };
  const done = await importText(session, {
    kind: file === "order_lines" ? "orders" : file,
    text: `${FILES[file].join("\n")}\n`,
    ...mapping,
  });
  expect(done).toMatchObject({ failure: null, counts: { rejected: 0 } });
  return done;
}

type Asked = { filter?: string; after?: string | null; limit?: number; session?: Session };

/** A page of the list that an address asks for. */
function list(
  kind: RecordKind,
  { filter = "", after = null, limit = 10, session = owner }: Asked = {},
) {
  const query = parseRecordQuery(kind, new URLSearchParams(filter));
  return withTenant(session, RECORDS[kind].permission, (tx) =>
    listRecordRows(tx, session, { kind, query }, { after, limit }),
  );
}

/** The whole list, by pages of one. */
async function oneByOne(kind: RecordKind): Promise<RecordRow[]> {
  const found: RecordRow[] = [];
  for (let after: string | null = null, isLast = false; !isLast; isLast = after === null) {
    const page = await list(kind, { after, limit: 1 });
    expect(page.items).toHaveLength(1);
    found.push(...page.items);
    after = page.next;
  }
  return found;
}

const numbers = async (kind: RecordKind, filter = "") =>
  (await list(kind, { filter })).items.map(({ number }) => number);

const TODAY = new Date().toISOString().slice(0, 10);

/** The days of the last record and of the one before. */
const LAST_DAYS: Record<RecordKind, [last: string, before: string]> = {
  interactions: ["2025-03-04", "2025-03-01"],
  complaints: ["2025-02-02", "2025-02-01"],
  subscriptions: ["2024-02-01", "2024-01-01"],
  orders: ["2025-03-02", "2025-03-01"],
  order_lines: ["2025-03-02", "2025-03-01"],
  returns: ["2025-03-05", "2025-03-04"],
  win_loss: ["2025-01-12", "2025-01-10"],
  activity_rates: ["2025-02-01", "2025-01-01"],
  acquisition_costs: ["2025-02-01", "2025-01-05"],
  // A list has no days of its own: that of its import counts.
  segment_lists: [TODAY, TODAY],
};

describe.each(RECORD_KINDS)("the list of %s", (kind) => {
  it("has what a file brought, the last first, page by page, with whose it is and whence", async () => {
    const { id } = await bring(kind, RECORDS[kind].hasSource ? "Log" : undefined);
    const found = await oneByOne(kind);
    expect(found.slice(0, 2).map(({ on }) => on)).toEqual(LAST_DAYS[kind]);
    const { items, next } = await list(kind);
    expect([items, next]).toEqual([found, null]);
    const { hasCustomer, hasSource } = RECORDS[kind];
    const whose = hasCustomer ? expect.stringMatching(/^C\d$/) : undefined;
    for (const row of found) {
      expect(row.import).toMatchObject({ id, fileName: "test.csv" });
      expect([row.source?.name, row.customer?.number]).toEqual([
        hasSource ? "Log" : undefined,
        whose,
      ]);
    }
  });

  it("is narrowed to days, and to the import that wrote it", async () => {
    const { id } = await bring(kind);
    const [last, before] = LAST_DAYS[kind];
    const all = (await list(kind)).items;
    const on = (filter: string) => list(kind, { filter });
    expect((await on(`from=${last}`)).items).toEqual(all.filter((row) => row.on >= last));
    expect((await on(`to=${before}`)).items).toEqual(all.filter((row) => row.on <= before));
    expect((await on(`import=${id}`)).items).toEqual(all);
    expect((await on(`import=${owner.workspace.id}`)).items).toEqual([]);
  });

  it("shows another workspace nothing, also by its ids", async () => {
    const { id } = await bring(kind);
    const other = (await makeTenant()).session;
    expect(await list(kind, { session: other })).toEqual({ items: [], next: null, searched: null });
    expect((await list(kind, { session: other, filter: `import=${id}` })).items).toEqual([]);
    await bring(kind, undefined, other);
    const [mine] = (await list(kind)).items;
    const theirs = await list(kind, { session: other });
    expect(theirs.items.map((row) => row.id)).not.toContain(mine?.id);
  });

  it("is a file with stable columns, amounts as decimal numbers, and as many rows as are counted", async () => {
    await bring(kind);
    const query = parseRecordQuery(kind, new URLSearchParams());
    const { columns, amounts } = recordColumns(kind);
    const { rows, count } = await withTenant(owner, RECORDS[kind].permission, async (tx) => ({
      ...(await exportRecords(tx, owner, { kind, query }, { limit: 10 })),
      count: await countRecords(tx, owner, { kind, query }),
    }));
    expect(new Set(columns).size).toBe(columns.length);
    expect(rows).toHaveLength(count);
    for (const row of rows) {
      expect(row).toHaveLength(columns.length);
      const cells = amounts.map((name) => row[columns.indexOf(name)]);
      for (const cell of cells) expect(cell).toMatch(/^\d+\.\d\d$/);
    }
  });

  it("is refused to a role that may not read it", async () => {
    const session: Session = { ...owner, permissions: new Set(["import:read"]) };
    const query = parseRecordQuery(kind, new URLSearchParams());
    const asked = withTenant(session, "import:read", (tx) =>
      listRecordRows(tx, session, { kind, query }, { limit: 10 }),
    );
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses a key that is none", async () => {
    await expect(list(kind, { after: "x" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("filters", () => {
  it("find a kind, a channel, an outcome, and offer the words that the data has", async () => {
    await bring("interactions");
    expect(await numbers("interactions", "type=visit")).toEqual(["I2"]);
    expect(await numbers("interactions", "channel=phone&outcome=solved")).toEqual(["I1"]);
    expect(await numbers("interactions", "type=nothing")).toHaveLength(3);
    const words = await withTenant(owner, "interaction:read", (tx) =>
      listRecordWords(tx, owner, "interactions"),
    );
    expect(words).toEqual({
      ...{ type: [], status: [], channel: ["on site", "phone"] },
      outcome: ["called back", "solved"],
    });
  });

  it("tell open from ended, whole from returned, matched from not", async () => {
    await bring("subscriptions");
    await bring("orders");
    await bring("complaints");
    await bring("win_loss");
    await bring("activity_rates");
    expect(await numbers("subscriptions", "status=running")).toEqual(["S1"]);
    expect(await numbers("subscriptions", "status=ended")).toEqual(["S2"]);
    expect(await numbers("orders", "status=returned")).toEqual(["A1"]);
    expect(await numbers("orders", "status=whole")).toEqual(["A2"]);
    expect(await numbers("returns", "status=unmatched")).toEqual(["R2"]);
    expect(await numbers("complaints", "status=Open")).toEqual(["K2"]);
    expect(await numbers("win_loss", "outcome=lost")).toEqual(["D2"]);
    expect((await list("activity_rates", { filter: "type=visit" })).items).toHaveLength(1);
    await bring("segment_lists");
    const left = (await list("segment_lists", { filter: "status=left" })).items;
    expect(left.map(({ customer, values }) => [customer?.number, values])).toEqual([
      ["C2", { segment: "Landlords", listedOn: TODAY, status: "left", hasLeft: true }],
    ]);
  });

  it("find a customer by number, where whose it is may be read", async () => {
    await bring("interactions");
    expect(await numbers("interactions", "customer=C1")).toEqual(["I3", "I1"]);
    expect(await numbers("interactions", "customer=C9")).toEqual([]);
    const masked = tenant.sessionAs("executive");
    const { items } = await list("interactions", { session: masked });
    expect(items.map(({ customer }) => customer)).toEqual([null, null, null]);
    await expect(
      list("interactions", { session: masked, filter: "customer=C1" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("find a source", async () => {
    await bring("complaints", "Hotline");
    await bring("complaints", "Shop");
    const [row] = (await list("complaints")).items;
    const filter = `source=${row?.source?.id}`;
    const found = await list("complaints", { filter });
    expect(found.items.map(({ source }) => source?.name)).toEqual(Array(2).fill(row?.source?.name));
  });
});

describe("a customer's own records", () => {
  const ofCustomer = (session: Session, customerId: string, limit = 5) =>
    withTenant(session, "customer:read", (tx) =>
      listRecordsOfCustomer(tx, session, customerId, limit),
    );

  it("are the last of each kind they have, and none that the role may not read", async () => {
    await bring("interactions");
    await bring("complaints");
    await bring("subscriptions");
    const [row] = (await list("interactions", { filter: "customer=C1" })).items;
    const id = row?.customer?.id ?? "";
    const found = await ofCustomer(owner, id, 1);
    expect(found.map(({ kind, rows }) => [kind, rows.map(({ number }) => number)])).toEqual([
      ["interactions", ["I3"]],
      ["complaints", ["K1"]],
      ["subscriptions", ["S1"]],
    ]);
    expect(found[2]?.rows[0]?.values).toMatchObject({ priceMinor: 990, startedOn: "2024-01-01" });
    const masked = await ofCustomer(tenant.sessionAs("executive"), id);
    expect(masked.map(({ kind }) => kind)).toEqual(["subscriptions"]);
    expect(await ofCustomer(tenant.sessionAs("frontline"), id)).toEqual([]);
    expect(await ofCustomer((await makeTenant()).session, id)).toEqual([]);
    expect(await ofCustomer(owner, "no id")).toEqual([]);
  });
});
