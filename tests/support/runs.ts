import type { Session } from "#lib/auth/types.ts";
import { getRun, listScores, type RunDetail, StartRun, startRun } from "#lib/clv-runs/index.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { ensureSource } from "#lib/sources/index.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import type { Period } from "#lib/subscriptions/types.ts";
import { addCustomers, type TestOrder } from "./orders.ts";

const DAY_MS = 86_400_000;

/** A subscription of a test; without an end it runs. */
export type TestContract = {
  customer: string;
  startedOn: string;
  endedOn?: string | null;
  priceMinor?: number | null;
  period?: Period | null;
  currency?: string | null;
};

/** Make subscriptions, and the customers they name, and return the customers' ids. */
export async function addContracts(
  session: Session,
  contracts: readonly TestContract[],
): Promise<Map<string, string>> {
  const numbers = [...new Set(contracts.map(({ customer }) => customer))];
  const ids = await addCustomers(
    session,
    Object.fromEntries(numbers.map((number) => [number, null])),
  );
  await withTenant(
    session,
    "order:write",
    async (tx) => {
      const sourceId = await ensureSource(tx, session, { name: "Billing", kind: "finance" });
      const rows = contracts.map(({ customer, ...contract }) => ({
        ...{ id: newId(), sourceId, externalId: newId(), customerId: ids.get(customer) ?? "" },
        ...contractRow(contract),
      }));
      await tx.subscription.createMany({ data: rows });
    },
    { timeoutMs: 60_000 },
  );
  return ids;
}

function contractRow(contract: Omit<TestContract, "customer">) {
  const { startedOn, endedOn = null, priceMinor = 1000, currency = null } = contract;
  const { period = "month" } = contract;
  return {
    ...{ startedOn: new Date(startedOn), endedOn: endedOn === null ? null : new Date(endedOn) },
    ...{ priceMinor: priceMinor === null ? null : BigInt(priceMinor), period, currency },
  };
}

/** Start a run and see it to its end. */
export async function runToEnd(
  session: Session,
  asked: Partial<StartRun> = {},
): Promise<RunDetail> {
  const given = StartRun.parse(asked);
  const { id } = await withTenant(session, "value:write", (tx) => startRun(tx, session, given));
  await runClv({ tenantId: session.workspace.id, runId: id });
  return withTenant(session, "value:read", (tx) => getRun(tx, id));
}

/** The first thousand scores of a run. */
export async function scoresOf(session: Session, runId: string) {
  const page = { limit: 1000, after: null };
  const { items } = await withTenant(session, "value:read", (tx) =>
    listScores(tx, session, runId, page),
  );
  return items;
}

/** Customers who began within a year and buy at random, some of them no more after a while. */
export function shopOrders(customers: number, seed = 7): TestOrder[] {
  return Array.from({ length: customers }, (_, index) => {
    const random = createRandom(seed, index);
    const first = Math.floor(random() * 365);
    const gap = 10 + 90 * random();
    const stops = random() < 0.5 ? 3 * gap * random() : Number.POSITIVE_INFINITY;
    const orders: TestOrder[] = [];
    for (let day = first; day < 730; day += Math.ceil(-Math.log(random()) * gap)) {
      if (day - first > stops) break;
      const amountMinor = Math.round(1000 + 9000 * random());
      orders.push({ customer: `C${index}`, day: dayAt(day), amountMinor });
    }
    return orders;
  }).flat();
}

/** A day so many days after 1 January 2024. */
export function dayAt(day: number): string {
  return new Date(Date.parse("2024-01-01") + day * DAY_MS).toISOString().slice(0, 10);
}
