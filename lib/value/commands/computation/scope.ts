import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import type { Rates } from "#lib/workspaces/types.ts";

/** What a computation counts and prices. `asOfOn` is `chosenOn` or else the day of the last order. */
export type Scope = {
  tenantId: string;
  currency: string;
  chosenOn: string | null;
  asOfOn: string | null;
  firstOrderedOn: string | null;
  lastOrderedOn: string | null;
  rates: Rates;
  /** The settings' version the rates were read from */
  ratesVersion: number;
};

/** The orders' days and the rates in force as they are now. */
export async function readScope(tx: TenantTx, session: Session): Promise<Scope> {
  const tenantId = session.workspace.id;
  const { currency, version, ...settings } = await getSettings(tx, session);
  const [days] = await tx.$queryRaw<
    { chosenOn: string | null; firstOrderedOn: string | null; lastOrderedOn: string | null }[]
  >`
    SELECT (SELECT t.value_as_of_on::text FROM tenant t WHERE t.id = ${tenantId}::uuid) AS "chosenOn",
      min(o.ordered_on)::text AS "firstOrderedOn", max(o.ordered_on)::text AS "lastOrderedOn"
    FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid AND o.currency = ${currency}`;
  if (!days) throw new Error("An aggregate without a row");
  const { marginRate, costPerOrderMinor, costPerReturnMinor, costPerContactMinor } = settings;
  return {
    tenantId,
    currency,
    ...days,
    asOfOn: days.chosenOn ?? days.lastOrderedOn,
    rates: { marginRate, costPerOrderMinor, costPerReturnMinor, costPerContactMinor },
    ratesVersion: version,
  };
}
