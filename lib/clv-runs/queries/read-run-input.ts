import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { ClvWarning } from "#lib/clv/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { cutsOf, getPolicy } from "#lib/tiers/index.ts";
import { MONTHS, WEEKS_PER_MONTH } from "../forecast-year.ts";
import type { RunInput } from "../run-input.ts";
import type { RunBasis, RunTerms } from "../types.ts";
import { countOtherCurrencies } from "./contract-facts.ts";
import { readContacts } from "./read-contacts.ts";
import { readContracts } from "./read-contracts.ts";
import { readPurchases } from "./read-purchases.ts";

const DAY_MS = 86_400_000;
/** What is drawn is drawn alike in every run. */
const SEED = 20260501;

type Asked = RunTerms & { currency: string; basis: RunBasis; cutoffOn: string };

/** Everything a run computes with, and the ids of its customers by their numbers. */
export async function readRunInput(
  tx: TenantTx,
  session: Session,
  asked: Asked,
  onProgress: (share: number) => void,
): Promise<{ input: RunInput; ids: Uint8Array }> {
  const terms = await readTerms(tx, session, asked);
  if (asked.basis === "contracts") {
    const { ids, ...read } = await readContracts(tx, session, asked, onProgress);
    const model = asked.model === "historic" ? "historic" : "sbg";
    const contacts = await contactsOf(tx, session, asked, ids);
    return { ids, input: { ...terms, ...read, contacts, basis: "contracts", model } };
  }
  const { ids, ...read } = await readPurchases(tx, session, asked, onProgress);
  const model = asked.model === "sbg" ? "auto" : asked.model;
  const costPerOrder = (asked.costPerOrderMinor ?? 0) / terms.unit;
  const contacts = await contactsOf(tx, session, asked, ids);
  return { ids, input: { ...terms, ...read, contacts, basis: "orders", model, costPerOrder } };
}

/** null where contacts cost nothing. */
async function contactsOf(tx: TenantTx, session: Session, asked: Asked, ids: Uint8Array) {
  const { costPerContactMinor, currency, cutoffOn } = asked;
  if (costPerContactMinor === null) return null;
  return readContacts(tx, session, { costPerContactMinor, currency, cutoffOn, ids });
}

async function readTerms(tx: TenantTx, session: Session, asked: Asked) {
  const { cutoffOn, horizonMonths, discountRateAnnual, marginRate, currency } = asked;
  const unit = 10 ** minorDigits(currency);
  const others = await countOtherCurrencies(tx, session, asked);
  const doubts: ClvWarning[] =
    others.rows === 0 ? [] : [{ code: "other_currencies", level: "amber", values: others }];
  return {
    ...{ doubts, tierCuts: cutsOf(await getPolicy(tx, session)), seed: SEED },
    cutoffDay: Date.parse(cutoffOn) / DAY_MS,
    horizonWeeks: horizonMonths * WEEKS_PER_MONTH,
    ...{ discountRateAnnual, marginRate: marginRate ?? 1, unit },
    retentionCostPerWeek:
      (asked.retentionCostPerYearMinor ?? 0) / unit / (MONTHS * WEEKS_PER_MONTH),
  };
}
