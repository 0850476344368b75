import "server-only";
import type { AuditFields } from "#lib/audit/types.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { getSettings } from "../queries.ts";
import type { SetRates } from "../schema.ts";
import { CONTACT_CHANNELS, type Rates, type RetentionCost } from "../types.ts";
import { changeSettings } from "./change-settings.ts";

/**
 * Set the rates that turn revenue into profit. The caller asks for a new computation.
 *
 * @throws DomainError `stale`
 */
export async function setRates(tx: TenantTx, session: Session, given: SetRates): Promise<void> {
  const before = await getSettings(tx, session);
  const rates = inMinorUnits(given, before.currency);
  await changeSettings(tx, session, {
    version: given.version,
    action: "workspace.rates_changed",
    columns: {
      marginRate: rates.marginRate,
      costPerOrderMinor: rates.costPerOrderMinor,
      costPerReturnMinor: rates.costPerReturnMinor,
      costPerContactMinor: rates.costPerContactMinor,
      retentionCostPerYearMinor: rates.retentionCostPerYearMinor,
    },
    before: factsOf(before),
    after: factsOf(rates),
  });
}

function inMinorUnits(given: SetRates, currency: string): Rates & RetentionCost {
  const unit = 10 ** minorDigits(currency);
  const minor = (major: number | null) => (major === null ? null : Math.round(major * unit));
  const contact = CONTACT_CHANNELS.flatMap((channel) => {
    const cost = minor(given.costPerContact[channel]);
    return cost === null ? [] : [[channel, cost] as const];
  });
  return {
    marginRate: given.marginRate,
    costPerOrderMinor: minor(given.costPerOrder),
    costPerReturnMinor: minor(given.costPerReturn),
    costPerContactMinor: Object.fromEntries(contact),
    retentionCostPerYearMinor: minor(given.retentionCostPerYear),
  };
}

function factsOf(rates: Rates & RetentionCost): AuditFields {
  const { marginRate, costPerOrderMinor, costPerReturnMinor, costPerContactMinor } = rates;
  const { retentionCostPerYearMinor } = rates;
  const contact = CONTACT_CHANNELS.map((channel) => [
    `contact_${channel}_minor`,
    costPerContactMinor[channel] ?? null,
  ]);
  return {
    ...{ marginRate, costPerOrderMinor, costPerReturnMinor, retentionCostPerYearMinor },
    ...Object.fromEntries(contact),
  };
}
