import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { getSettings, hasAmounts } from "../queries.ts";
import type { SetCurrency } from "../schema.ts";
import { changeSettings } from "./change-settings.ts";

/** An amount in one currency is none in another. */
const NO_COSTS = {
  ...{ costPerOrderMinor: null, costPerReturnMinor: null, costPerContactMinor: {} },
  retentionCostPerYearMinor: null,
};

/**
 * Choose the currency of the workspace while it has no amounts. Costs that were set are then not set again.
 *
 * @throws DomainError `conflict` once there are orders, `stale`
 */
export async function setCurrency(
  tx: TenantTx,
  session: Session,
  { version, currency }: SetCurrency,
): Promise<void> {
  const before = await getSettings(tx, session);
  if (before.currency === currency) return;
  if (await hasAmounts(tx)) throw fixed(before.currency);
  await changeSettings(tx, session, {
    version,
    action: "workspace.currency_changed",
    columns: { currency, ...NO_COSTS },
    before: { currency: before.currency },
    after: { currency },
  });
}

function fixed(currency: string): DomainError {
  const message = `There are orders in ${currency}, and stored amounts keep their currency. Make a new workspace for another one.`;
  return new DomainError("conflict", message, { fields: { currency: [message] } });
}
