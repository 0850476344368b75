import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SnapshotSegments } from "../snapshot.ts";
import { readCohorts } from "./computation/read-cohorts.ts";
import {
  hasNoSpread,
  readCells,
  readConcentration,
  readEconomics,
  readSegments,
} from "./computation/read-sums.ts";
import { readScope, type Scope } from "./computation/scope.ts";
import { writeCustomerValues } from "./computation/write-customer-values.ts";

/** What a computation found. `asOfOn` is null where there is no order to count back from. */
export type RefreshedValue = { asOfOn: string | null; customers: number; changedCustomers: number };

/**
 * Compute revenue, margin, cost to serve, profit, RFM scores and segment of every customer with the rates in force, and the
 * snapshot the Value pages read, as of the workspace's value day or else its last order. May run twice without harm; a customer
 * whose value is the same is not written.
 *
 * Counts orders in the workspace's currency, up to that day. Takes seconds at a million orders: give it a `timeoutMs`.
 */
export async function refreshValue(
  tx: TenantTx,
  session: Session,
  now: Date,
): Promise<RefreshedValue> {
  await planForBulk(tx);
  const scope = await readScope(tx, session);
  const changedCustomers = await writeCustomerValues(tx, scope);
  const segments = await readSegments(tx, scope);
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  if (scope.asOfOn === null) await tx.valueSnapshot.deleteMany({});
  else await writeSnapshot(tx, { ...scope, asOfOn: scope.asOfOn, segments, computedAt: now });
  const refreshed = { asOfOn: scope.asOfOn, customers, changedCustomers };
  await recordEvent(tx, session, {
    action: "value.computed",
    object: { type: "value_snapshot", id: null },
    after: refreshed,
  });
  return refreshed;
}

type NewSnapshot = Scope & { asOfOn: string; segments: SnapshotSegments; computedAt: Date };

async function writeSnapshot(tx: TenantTx, snapshot: NewSnapshot): Promise<void> {
  const { tenantId, segments, currency, chosenOn, computedAt } = snapshot;
  const sum = (key: "customers" | "orderCount" | "revenueMinor") =>
    segments.reduce((total, segment) => total + segment[key], 0);
  const buyers = segments.filter(({ segment }) => segment !== "no_orders");
  const customersWithOrders = buyers.reduce((total, { customers }) => total + customers, 0);
  const cells = await readCells(tx, snapshot);
  const cohorts = await readCohorts(tx, snapshot);
  const row = {
    asOfOn: new Date(snapshot.asOfOn),
    computedAt,
    currency,
    customers: sum("customers"),
    orderCount: sum("orderCount"),
    revenueMinor: BigInt(sum("revenueMinor")),
    concentration: await readConcentration(tx, snapshot, customersWithOrders),
    segments: { chosenOn, segments, hasNoSpread: hasNoSpread(cells) },
    economics: await readEconomics(tx, snapshot, customersWithOrders),
    cells,
    cohorts: cohorts ?? { period: "month", rows: [] },
  };
  await tx.valueSnapshot.upsert({ where: { tenantId }, create: row, update: row });
}
