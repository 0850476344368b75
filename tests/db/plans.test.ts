import { beforeAll, describe, expect, it } from "vitest";
import { ALL_EVENTS } from "#lib/audit/filter.ts";
import { listAuditEvents } from "#lib/audit/index.ts";
import type { AuditFilter } from "#lib/audit/types.ts";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  countDuplicates,
  getCustomer,
  getCustomerByExternalId,
  listChosenCustomers,
  listCustomers,
  listDuplicates,
} from "#lib/customers/index.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { getImport, groupRejects, listImports, listRejects } from "#lib/imports/index.ts";
import { listOrderMonths, listOrders } from "#lib/orders/index.ts";
import { findCustomers } from "#lib/search/index.ts";
import {
  findCohorts,
  findRfmGrid,
  findValueOverview,
  findValueTrend,
  refreshValue,
} from "#lib/value/index.ts";
import { importText } from "#tests/support/imports.ts";
import { asOwner } from "#tests/support/owner.ts";
import { sequentialScans } from "#tests/support/scans.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { chooseRates } from "#tests/support/value.ts";

const CUSTOMERS = 12_000;
const ORDERS = 40_000;
const EVENTS = 30_000;

let session: Session;
let customerId: string;
let importId: string;

beforeAll(async () => {
  ({ session } = await makeTenant());
  const customers = Array.from(
    { length: CUSTOMERS },
    (_, at) =>
      `C${at},Person ${at},p${at}@example.com,+43 664 ${1_000_000 + at},${at % 9 ? "" : "yes"}`,
  );
  await importText(session, {
    kind: "customers",
    text: `customer_id,name,email,phone,marketing consent\n${customers.join("\n")}\n`,
  });
  const orders = Array.from({ length: ORDERS }, (_, at) => {
    const day = new Date(Date.UTC(2025, 0, 1 + (at % 400))).toISOString().slice(0, 10);
    return `O${at},C${(at * 7919) % CUSTOMERS},${at % 500 === 0 ? "never" : day},${1 + (at % 90)}.00`;
  });
  const text = `order_id,customer_id,date,amount\n${orders.join("\n")}\n`;
  importId = (await importText(session, { kind: "orders", text })).id;
  await chooseRates(session, { marginRate: 0.4, costPerOrderMinor: 700n });
  await withTenant(session, "value:write", (tx) => refreshValue(tx, session, new Date()), {
    timeoutMs: 60_000,
  });
  await addEvents();
  await addPairs();
  await asOwner((client) => client.query("ANALYZE"));
  const found = await withTenant(session, "customer:read", (tx) =>
    tx.customer.findFirst({ where: { externalId: "C7" }, select: { id: true } }),
  );
  customerId = found?.id ?? "";
}, 120_000);

/** Merges into some customers, and possible duplicates of others. */
function addPairs(): Promise<void> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [session.workspace.id]);
    await client.query(
      `INSERT INTO customer_merge (tenant_id, id, survivor_id, merged_external_id, merged, survivor_before, survivor_after,
         order_ids, merge_ids)
       SELECT $1, gen_random_uuid(), id, 'M' || external_id,
         jsonb_build_object('consents', '[]'::jsonb, 'evidence', NULL, 'customer', jsonb_build_object('id', gen_random_uuid(),
           'external_id', 'M', 'email', NULL, 'name', NULL, 'phone', NULL, 'registered_on', NULL, 'attributes', '{}'::jsonb,
           'created_import_id', NULL, 'changed_import_id', NULL, 'created_at', '', 'updated_at', '')),
         '{}', '{}', '{}', '{}' FROM customer LIMIT 5000`,
      [session.workspace.id],
    );
    await client.query(
      `INSERT INTO customer_duplicate (tenant_id, first_id, second_id, evidence, dismissed_at)
       SELECT $1, least(a.id, b.id), greatest(a.id, b.id), '{email}', CASE WHEN a.n % 20 > 0 THEN now() END
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM customer) a
       JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM customer) b ON b.n = a.n + 1`,
      [session.workspace.id],
    );
    await client.query("COMMIT");
  });
}

/** A year of events by a few people about many things. */
function addEvents(): Promise<void> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [session.workspace.id]);
    await client.query(
      `INSERT INTO audit_event (tenant_id, id, at, actor_kind, actor_id, action, object_type, object_id)
       SELECT app_tenant(), gen_random_uuid(), timestamptz '2026-01-01' + n * interval '15 minutes',
         CASE n % 4 WHEN 0 THEN 'member' ELSE 'job' END,
         CASE n % 4 WHEN 0 THEN md5((n % 40)::text)::uuid END,
         (ARRAY['import.started', 'import.finished', 'value.computed', 'member.role_changed'])[1 + n % 4],
         (ARRAY['import', 'import', 'value_snapshot', 'membership'])[1 + n % 4], md5((n % 5000)::text)::uuid
       FROM generate_series(1, $1::int) n`,
      [EVENTS],
    );
    await client.query("COMMIT");
  });
}

/** How often this connection has read an index. */
async function scansOf(tx: TenantTx, index: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ scans: number }[]>`
    SELECT pg_stat_get_xact_numscans(${index}::regclass)::int AS scans`;
  return row?.scans ?? 0;
}

const NO_FILTER = customersAddress.usual;
const PAGE = { limit: 50 };
const NEW_YEAR = { from: "2026-01-01", to: "2026-01-07" };
const FEBRUARY = { from: "2026-02-01", to: "2026-02-28" };

const auditOf = (filter: Partial<AuditFilter>) => (tx: TenantTx) =>
  listAuditEvents(tx, session, { ...ALL_EVENTS, ...filter }, PAGE);

async function secondAuditPage(tx: TenantTx) {
  const { next } = await listAuditEvents(tx, session, ALL_EVENTS, PAGE);
  return listAuditEvents(tx, session, ALL_EVENTS, { ...PAGE, after: next });
}

describe("no page reads a table from end to end", () => {
  it.each<[string, (tx: TenantTx) => Promise<unknown>]>([
    ["customers by revenue", (tx) => listCustomers(tx, session, NO_FILTER, PAGE)],
    [
      "customers by number",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, sort: "number" }, PAGE),
    ],
    [
      "customers by profit",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, sort: "profit" }, PAGE),
    ],
    [
      "customers by profit, the least first",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, sort: "least_profit" }, PAGE),
    ],
    [
      "customers of a cohort",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, firstOrder: NEW_YEAR }, PAGE),
    ],
    [
      "customers of a cohort who ordered again",
      (tx) => {
        const filter = { ...NO_FILTER, firstOrder: NEW_YEAR, ordered: FEBRUARY };
        return listCustomers(tx, session, filter, PAGE);
      },
    ],
    [
      "the best customers by profit",
      (tx) => {
        const filter = { ...NO_FILTER, bestByProfit: 200, sort: "profit" } as const;
        return listCustomers(tx, session, filter, PAGE);
      },
    ],
    [
      "customers to be served",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, mayUseFor: ["service"] }, PAGE),
    ],
    [
      "customers of a segment",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, segments: ["champions"] }, PAGE),
    ],
    [
      "customers found by name",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, search: "person 7701" }, PAGE),
    ],
    [
      "customers found by a word of their name",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, search: "7701" }, PAGE),
    ],
    [
      "customers found by a phone number",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, search: "0664 1007701" }, PAGE),
    ],
    [
      "customers with a basis",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, mayUseFor: ["marketing"] }, PAGE),
    ],
    ["the pairs of possible duplicates", (tx) => listDuplicates(tx, PAGE)],
    ["how many possible duplicates", (tx) => countDuplicates(tx)],
    ["a customer by number", (tx) => getCustomerByExternalId(tx, session, "C7")],
    [
      "customers of several segments",
      (tx) =>
        listCustomers(
          tx,
          session,
          { ...NO_FILTER, segments: ["champions", "hibernating", "loyal"] },
          PAGE,
        ),
    ],
    [
      "customers by the day of their last order",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, lastOrder: NEW_YEAR }, PAGE),
    ],
    [
      "customers with much revenue",
      (tx) => listCustomers(tx, session, { ...NO_FILTER, revenueAtLeast: 250 }, PAGE),
    ],
    [
      "customers of an RFM cell",
      (tx) =>
        listCustomers(
          tx,
          session,
          { ...NO_FILTER, recency: ["3"], frequency: ["4"], monetary: ["2"] },
          PAGE,
        ),
    ],
    ["chosen customers", (tx) => listChosenCustomers(tx, session, [customerId])],
    ["what the search of the palette finds", (tx) => findCustomers(tx, session, "p77", 12)],
    ["a customer's page", (tx) => getCustomer(tx, session, customerId)],
    ["a customer's orders", (tx) => listOrders(tx, session, customerId, PAGE)],
    ["a customer's months", (tx) => listOrderMonths(tx, session, customerId)],
    ["the value page", (tx) => findValueOverview(tx, session)],
    ["the RFM cells", (tx) => findRfmGrid(tx, session)],
    ["the cohorts", (tx) => findCohorts(tx, session)],
    ["value over time", (tx) => findValueTrend(tx, session)],
    ["the imports", (tx) => listImports(tx, PAGE)],
    ["an import's page", (tx) => getImport(tx, importId)],
    ["an import's rejects", (tx) => listRejects(tx, session, importId, PAGE)],
    ["the audit log", (tx) => listAuditEvents(tx, session, ALL_EVENTS, PAGE)],
    ["the audit log of a day", auditOf({ fromOn: "2026-03-01", toOn: "2026-03-01" })],
    ["the audit log of a member", auditOf({ who: "d3d94468-02a4-4259-755d-38e6d163e820" })],
    ["the audit log of jobs", auditOf({ who: "job" })],
    ["the audit log of a kind of action", auditOf({ group: "member" })],
    ["the audit log of one thing", auditOf({ object: "import", objectId: customerId })],
    ["the second page of the audit log", secondAuditPage],
    ["an import's rejects by reason", (tx) => groupRejects(tx, session, importId)],
  ])("%s", async (_name, work) => {
    // The few rejects of the test fit one block, which is read whole for good reason.
    const scans = (await sequentialScans(session, work)).filter(
      (table) => table !== "import_reject",
    );
    expect(scans).toEqual([]);
  });

  it.each(["profit", "least_profit"] as const)(
    "the list by %s walks the index of profit",
    async (sort) => {
      const scans = await withTenant(session, "customer:read", async (tx) => {
        const before = await scansOf(tx, "customer_value_by_profit");
        await listCustomers(tx, session, { ...NO_FILTER, sort }, PAGE);
        return (await scansOf(tx, "customer_value_by_profit")) - before;
      });
      expect(scans).toBe(1);
    },
  );

  it("and the measure would see it", async () => {
    const scans = await sequentialScans(session, (tx) =>
      tx.customerOrder.count({ where: { amountMinor: { gt: 1 } } }),
    );
    expect(scans).toEqual(["customer_order"]);
  });
});
