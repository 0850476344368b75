import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { getCustomer } from "#lib/customers/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findStanding } from "#lib/lookup/index.ts";
import { customerBridgeOf } from "../customer-bridge-of.ts";
import type { Bridge } from "../types.ts";
import { findCustomerExtras } from "./tier-sums.ts";

/** The bridge of a customer by the number they are shown by; null where they have not ordered, or the role may not read value. */
export type CustomerBridgeFound = { externalId: string; bridge: Bridge | null };

/** How what a customer ordered leads to what they are worth. @throws DomainError `not_found` */
export async function getCustomerBridge(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<CustomerBridgeFound> {
  const { externalId, value } = await getCustomer(tx, session, customerId);
  if (!value || value.revenueMinor === null) return { externalId, bridge: null };
  const standing = await findStanding(tx, session, customerId);
  const { returnedMinor } = await findCustomerExtras(tx, session, customerId);
  const ahead = typeof standing === "string" ? null : standing.value;
  return { externalId, bridge: customerBridgeOf({ value, returnedMinor, ahead }) };
}
