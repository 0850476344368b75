import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import {
  deleteOtherMonths,
  findStaleMonths,
  type MonthToWrite,
  writeMonth,
} from "./computation/months.ts";
import { readScope, type Scope } from "./computation/scope.ts";

const LONGEST_MS = 10 * 60_000;

/**
 * Bring the value at each whole month's end up to date, from the first order on: a month is computed when it is new, or when its
 * orders or the rates have changed since. Each month is a transaction of its own, so a job that is cut short goes on where it
 * stopped. Returns how many months it computed.
 */
export async function refreshMonths(session: Session): Promise<number> {
  const write = <T>(work: (tx: TenantTx) => Promise<T>) =>
    withTenant(session, "value:write", work, { timeoutMs: LONGEST_MS, isRepeatable: true });
  const { scope, stale } = await write((tx) => planMonths(tx, session));
  for (const month of stale) {
    await write(async (tx) => {
      await planForBulk(tx);
      await writeMonth(tx, scope, month);
    });
  }
  return stale.length;
}

async function planMonths(
  tx: TenantTx,
  session: Session,
): Promise<{ scope: Scope; stale: MonthToWrite[] }> {
  const scope = await readScope(tx, session);
  await deleteOtherMonths(tx, scope);
  const stale = await findStaleMonths(tx, scope);
  if (stale.length > 0) {
    await recordEvent(tx, session, {
      action: "value.computed",
      object: { type: "value_snapshot", id: null },
      after: { months: stale.length },
    });
  }
  return { scope, stale };
}
