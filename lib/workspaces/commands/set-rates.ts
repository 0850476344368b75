import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import type { SetRates } from "../schema.ts";

/** Set the rates that turn revenue into profit. Profit is computed when it is read, so nothing else has to follow. */
export async function setRates(tx: TenantTx, session: Session, rates: SetRates): Promise<void> {
  const { id, currency } = session.workspace;
  const costPerOrderMinor =
    rates.costPerOrder === null
      ? null
      : BigInt(Math.round(rates.costPerOrder * 10 ** minorDigits(currency)));
  await tx.tenant.update({
    where: { id },
    data: { marginRate: rates.marginRate, costPerOrderMinor },
    select: { id: true },
  });
}
