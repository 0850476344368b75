import { beforeAll, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  customerFileColumns,
  customerFileRows,
  listAttributeNames,
  listCustomers,
} from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { csvText } from "#lib/exports/index.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { recordsAddress } from "#lib/records/filter.ts";
import { exportRecords, recordColumns } from "#lib/records/index.ts";
import { RECORD_KINDS, type RecordKind } from "#lib/records/types.ts";
import { signalsAddress } from "#lib/signals/filter.ts";
import { exportSignals, SIGNAL_COLUMNS } from "#lib/signals/index.ts";
import { refreshValue } from "#lib/value/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

type Cells = readonly (string | number | boolean | null)[];
type List = { columns: readonly string[]; read: (session: Session) => Promise<Cells[]> };

/** What was there first: texts that a spreadsheet would run, quotes, line ends, rows without a number, lines and returns. */
const FIRST: readonly (readonly [ImportKind, string])[] = [
  [
    "customers",
    'customer_id,email,name,phone,registered_on,consent_service,consent_feedback,consent_marketing,Region,attributes.odd,=Plan\nC1,ann@a.example,=Ann & Co,+43 1 234 567,2024-05-06,contract,given,refused,North,7,Basic\nC2,,"Bob ""B"" O\'Neil, Ltd",,,,unknown,,,,\nC3,cyd@c.example,-Cyd,,,,,legitimate_interest,"South, ""old""",,=1+1\n',
  ],
  [
    "orders",
    "order_id,customer_id,date,amount,quantity,product,channel\nA1,C1,2025-01-03,120.50,3,P-1,Shop\nA2,C2,2025-02-03,0,,,\n,C3,2025-02-04,9.90,1,P-2,Web\n,C3,2025-02-04,9.90,1,P-2,Web\n",
  ],
  [
    "orders",
    "order_id,customer_id,timestamp,product,quantity,unit_price,return_of\nL1,C1,2025-03-01T09:30:00Z,P-1,2,5.00,\nL1,C1,2025-03-01T09:30:00Z,P-2,1,7.50,\nR1,C1,2025-03-04T10:00:00Z,P-1,1,5.00,L1\n",
  ],
  [
    "orders",
    "customer_id,date,amount,product\nC1,2025-01-20,-20.00,P-1\nC2,2025-01-21,-3.00,P-9\n",
  ],
  ["orders", "order_id,customer_id,date,amount,refunded\nA9,C2,2025-04-01,40.00,15.00\n"],
  [
    "subscriptions",
    "subscription_id,customer_id,plan,start,end,price,period\nS1,C1,Basic,2024-01-01,,9.90,monthly\nS2,C2,Pro,2024-02-01,2024-09-30,120,annual\n",
  ],
  [
    "signals",
    'response_id,customer_id,date,metric,score,scale_min,scale_max,higher_is_better,question,comment,channel,touchpoint,segment,department,audience,language\nR1,C1,2025-01-03,nps,9,0,10,true,Recommend?,"Quick help,\n\nreally",Mail,Hotline,Regulars,Service,customer,en\nR2,,2025-01-04,,2,1,6,false,Grade,@home,,,,,employee,\n,C2,2025-01-05,,,,,,,"-5 degrees in the shop",,,,,,\n',
  ],
  [
    "interactions",
    "call_id,customer_id,timestamp,type,duration,activity,outcome,subject,notes,channel,touchpoint,department\nI1,C1,2025-03-01T09:30:00Z,service,0:04:30,Phone call,solved,+ Invoice,=SUM(A1),Phone,Hotline,Service\nI2,C2,2025-03-01T10:00:00Z,visit,2 h,Visit,,,,,,\n",
  ],
  [
    "complaints",
    "complaint_id,customer_id,received,closed,status,reason,sub_reason,product,description,resolution,timely,disputed,channel,segment\nK1,C1,2025-02-01,2025-02-05,Closed,Late,Carrier,Lamp,Came on Friday,A voucher,no,yes,Mail,Regulars\nK2,,2025-02-02,,,Broken,,,,,,,,\n",
  ],
  [
    "win_loss",
    "deal_id,customer_id,close date,stage,competitor,amount,offer,reason,notes\nD1,C1,2025-01-10,Closed Won,,1000,Lamps,Price,Nice talk\nD2,C2,2025-01-12,Closed Lost,Rival,500,,,\nD3,,2025-01-13,no decision,,,,,\n",
  ],
  [
    "activity_rates",
    "activity,unit,cost,valid_from\nPhone call,minute,0.80,2025-01-01\nVisit,visit,120,2025-01-01\n",
  ],
  [
    "acquisition_costs",
    "cost_id,customer_id,channel,from,to,amount\nB1,,Search ads,2025-01-01,2025-01-31,900\nB2,C1,Referral,2025-01-05,,40\n",
  ],
  ["segment_lists", "segment,customer_id,left\nLandlords,C1,\nRegulars,C2,yes\n"],
];

const ALL_ROWS = { after: null, limit: 1_000 };

const CUSTOMERS: List = {
  columns: customerFileColumns(["=Plan", "Region", "attributes.odd"]),
  read: (session) =>
    withTenant(session, "customer:read", async (tx) => {
      const { items } = await listCustomers(tx, session, customersAddress.usual, ALL_ROWS);
      const contactable = new Set(items.map(({ id }) => id));
      const attributes = await listAttributeNames(tx, session);
      return customerFileRows(tx, session, items, { contactable, attributes });
    }),
};

const SIGNALS: List = {
  columns: SIGNAL_COLUMNS,
  read: (session) =>
    withTenant(session, "signal:read", async (tx) => {
      const { rows } = await exportSignals(tx, session, signalsAddress.usual, ALL_ROWS);
      return rows;
    }),
};

const recordsOf = (kind: RecordKind): List => ({
  columns: recordColumns(kind).columns,
  read: (session) =>
    withTenant(session, "order:read", async (tx) => {
      const { rows } = await exportRecords(
        tx,
        session,
        { kind, query: recordsAddress.usual },
        ALL_ROWS,
      );
      return rows;
    }),
});

/** Every list that can be taken away, by what its file is imported as, in an order in which they can be. */
const LISTS: readonly (readonly [string, ImportKind, List])[] = [
  ["customers", "customers", CUSTOMERS],
  ["orders", "orders", recordsOf("orders")],
  ["order_lines", "orders", recordsOf("order_lines")],
  ["returns", "orders", recordsOf("returns")],
  ["feedback", "signals", SIGNALS],
  ...RECORD_KINDS.flatMap((kind) =>
    kind === "orders" || kind === "returns" || kind === "order_lines"
      ? []
      : [[kind, kind, recordsOf(kind)] as const],
  ),
];

/** A file has one source: rows of the registers are told by it. */
const fromThere = (kind: ImportKind) =>
  kind === "customers" || kind === "orders"
    ? {}
    : { mapping: { columns: {}, source: `There: ${kind}` } };

async function fileOf(session: Session, { columns, read }: List): Promise<string> {
  let text = "";
  for await (const part of csvText(columns, [await read(session)])) text += part;
  return text;
}

const rowsIn = async (session: Session, { read }: List) =>
  (await read(session)).map((row) => JSON.stringify(row)).toSorted();

const refresh = (session: Session) =>
  withTenant(session, "value:write", (tx) => refreshValue(tx, session, new Date("2025-06-01")));

describe("our own files, imported into a second, empty workspace", () => {
  let here: Session;
  let there: Session;
  beforeAll(async () => {
    there = (await makeTenant()).session;
    here = (await makeTenant()).session;
    for (const [kind, text] of FIRST) {
      const done = await importText(there, { kind, text, ...fromThere(kind) });
      expect([kind, done.failure, done.counts.rejected]).toEqual([kind, null, 0]);
    }
    await refresh(there);
    for (const [name, kind, list] of LISTS) {
      const file = { kind, text: await fileOf(there, list), ...fromThere(kind) };
      const done = await importText(here, file);
      expect([name, done.failure, done.counts.rejected]).toEqual([name, null, 0]);
      expect(done.counts.created).toBeGreaterThan(0);
    }
    await refresh(here);
  }, 60_000);

  it.each(LISTS)("give the same list of %s", async (_name, _kind, list) => {
    const rows = await rowsIn(there, list);
    expect(rows.length).toBeGreaterThan(1);
    expect(await rowsIn(here, list)).toEqual(rows);
  });

  it.each(LISTS)(
    "change nothing when the file of %s comes back where it is from",
    async (_name, kind, list) => {
      const before = await rowsIn(there, list);
      const file = { kind, text: await fileOf(there, list), ...fromThere(kind) };
      const done = await importText(there, file);
      expect(done.counts).toMatchObject({ created: 0, rejected: 0 });
      expect(await rowsIn(there, list)).toEqual(before);
    },
  );

  it("bring the attributes that were there and no others, and no customers that were not there", async () => {
    const customers = await withTenant(here, "customer:read", (tx) =>
      tx.customer.findMany({ select: { externalId: true, attributes: true } }),
    );
    expect(customers.map(({ externalId }) => externalId).toSorted()).toEqual(["C1", "C2", "C3"]);
    const attributes = new Map(customers.map((each) => [each.externalId, each.attributes]));
    expect(Object.fromEntries(attributes)).toEqual({
      C1: { Region: "North", "attributes.odd": "7", "=Plan": "Basic" },
      C2: {},
      C3: { Region: 'South, "old"', "=Plan": "=1+1" },
    });
    const empty = (await makeTenant()).session;
    expect(await rowsIn(empty, CUSTOMERS)).toEqual([]);
  });
});

/** Two sources with the same numbers, and what a row of each says. */
const REGISTERED: readonly (readonly [string, ImportKind, List, string])[] = [
  ["feedback", "signals", SIGNALS, "response_id,date,comment\nR1,2025-01-03,@\n"],
  [
    ...(["interactions", "interactions"] as const),
    recordsOf("interactions"),
    "call_id,customer_id,date,type,notes\nR1,C1,2025-01-03,service,@\n",
  ],
  [
    ...(["subscriptions", "subscriptions"] as const),
    recordsOf("subscriptions"),
    "subscription_id,customer_id,plan,start,end,price,period\nR1,C1,@,2024-01-01,,9.90,monthly\n",
  ],
  [
    ...(["complaints", "complaints"] as const),
    recordsOf("complaints"),
    "complaint_id,customer_id,received,description\nR1,C1,2025-02-01,@\n",
  ],
  [
    ...(["win_loss", "win_loss"] as const),
    recordsOf("win_loss"),
    "deal_id,customer_id,close date,stage,notes\nR1,C1,2025-01-10,Closed Won,@\n",
  ],
  [
    ...(["activity_rates", "activity_rates"] as const),
    recordsOf("activity_rates"),
    "activity,unit,cost,valid_from\nPhone call,minute,0.80,2025-01-01\n",
  ],
  [
    ...(["acquisition_costs", "acquisition_costs"] as const),
    recordsOf("acquisition_costs"),
    "cost_id,customer_id,channel,from,to,amount\nR1,,@,2025-01-01,2025-01-31,900\n",
  ],
];

describe("our own file of rows of several sources", () => {
  const sourcesOf = (session: Session) =>
    withTenant(session, "import:read", async (tx) => {
      const rows = await tx.dataSource.findMany({ select: { name: true } });
      return rows.map(({ name }) => name).toSorted();
    });

  const twoSources = async (kind: ImportKind, text: string) => {
    const { session } = await makeTenant();
    for (const source of ["Alpha", "=Beta"]) {
      const mapping = { columns: {}, source };
      await importText(session, { kind, text: text.replace("@", `Of ${source}`), mapping });
    }
    return session;
  };

  it.each(REGISTERED)("of %s leaves each where it is", async (_name, kind, list, text) => {
    const session = await twoSources(kind, text);
    const before = await rowsIn(session, list);
    expect(before).toHaveLength(2);
    const file = await fileOf(session, list);
    for (const mapping of [undefined, { columns: {}, source: "Gamma" }])
      for (const isDryRun of [true, false]) {
        const done = await importText(session, { kind, text: file, isDryRun, mapping });
        expect(done.counts).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 0 });
      }
    expect(await rowsIn(session, list)).toEqual(before);
    expect(await sourcesOf(session)).toEqual(["=Beta", "Alpha"]);
  });

  it.each(REGISTERED)(
    "of %s makes them and their sources in an empty workspace",
    async (...each) => {
      const [, kind, list, text] = each;
      const there = await twoSources(kind, text);
      const here = (await makeTenant()).session;
      const file = { kind, text: await fileOf(there, list) };
      const tried = await importText(here, { ...file, isDryRun: true });
      expect(tried.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 0 });
      const done = await importText(here, file);
      expect(done.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 0 });
      expect(await rowsIn(here, list)).toEqual(await rowsIn(there, list));
      expect(await sourcesOf(here)).toEqual(["=Beta", "Alpha"]);
    },
  );

  it("refuses a number that comes twice of one source, whatever its case, and a name that is none", async () => {
    const { session } = await makeTenant();
    const [, , list] = REGISTERED[3] ?? [];
    const columns = list?.columns ?? [];
    const line = (source: string) =>
      columns
        .map((name) => ({ number: "R1", source, received_on: "2025-02-01" })[name] ?? "")
        .join(",");
    const rows = ["Alpha", "Beta", "alpha", "x".repeat(121)].map(line);
    const text = [columns.join(","), ...rows].join("\n");
    const done = await importText(session, { kind: "complaints", text });
    expect(done.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 2 });
    expect(await sourcesOf(session)).toEqual(["Alpha", "Beta"]);
  });
});
