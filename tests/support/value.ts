import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findValueOverview, type RefreshedValue, refreshValue, setAsOf } from "#lib/value/index.ts";
import type { ValueOverview } from "#lib/value/types.ts";
import type { TestOrder } from "./orders.ts";

export const COMPUTED_AT = new Date("2026-11-21T04:10:00.000Z");

/** Compute a workspace's value, as the job does. */
export function refresh(session: Session, now = COMPUTED_AT): Promise<RefreshedValue> {
  const work = { timeoutMs: 60_000 };
  return withTenant(session, "value:write", (tx) => refreshValue(tx, session, now), work);
}

/** What the Value page shows. */
export function overview(session: Session): Promise<ValueOverview | null> {
  return withTenant(session, "value:read", (tx) => findValueOverview(tx, session));
}

/** Choose the day to count back from. */
export function chooseAsOf(session: Session, asOfOn: string | null): Promise<void> {
  return withTenant(session, "value:write", (tx) => setAsOf(tx, session, { asOfOn }));
}

/** Set the rates that value is priced with, as a member does; nothing is computed. */
export function chooseRates(
  session: Session,
  rates: { marginRate: number | null; costPerOrderMinor: bigint | null },
): Promise<unknown> {
  return withTenant(session, "workspace:write", (tx) =>
    tx.tenant.update({
      where: { id: session.workspace.id },
      data: { ...rates, version: { increment: 1 } },
      select: { id: true },
    }),
  );
}

/** Every customer's value row as stored. */
export async function storedValues(session: Session) {
  return withTenant(session, "value:read", (tx) =>
    tx.customerValue.findMany({ include: { customer: { select: { externalId: true } } } }),
  );
}

/** Orders by chance, the same for the same seed: few amounts and days, so that customers tie. */
export function randomOrders(seed: number, count: number): TestOrder[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () => ({
    customer: `C${roll(20) * roll(20)}`,
    day: new Date(Date.UTC(2026, 0, 1 + roll(120))).toISOString().slice(0, 10),
    amountMinor: 500 * roll(12),
  }));
}

/** What RFM looks at, computed here without SQL. */
export function factsOf(orders: readonly TestOrder[]) {
  const facts = new Map<string, { days: Set<string>; revenueMinor: number }>();
  for (const { customer, day, amountMinor } of orders) {
    const fact = facts.get(customer) ?? { days: new Set(), revenueMinor: 0 };
    fact.days.add(day);
    fact.revenueMinor += amountMinor;
    facts.set(customer, fact);
  }
  return [...facts].map(([customer, { days, revenueMinor }]) => ({
    customer,
    lastOrderedOn: [...days].sort().at(-1) ?? "",
    purchaseDays: days.size,
    revenueMinor,
  }));
}

/** Whole numbers by chance, the same in every run (xorshift32). */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}
