import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ExportPurpose } from "../consents.ts";
import { countCustomers } from "../queries.ts";
import type { CustomerFilter } from "../types.ts";

/** What is taken away: all that match, or so many that were picked one by one. */
type Taken = ({ filter: CustomerFilter } | { chosen: number }) & {
  purpose: ExportPurpose;
  /** Customers whose contact data stays behind, for want of a basis */
  withoutContact: number;
};

/** Write down that somebody takes customers away as a file, what for, how many, and by which filter; what was searched for is not told. */
export async function recordCustomerExport(
  tx: TenantTx,
  session: Session,
  taken: Taken,
): Promise<void> {
  const { purpose, withoutContact } = taken;
  const counted =
    "chosen" in taken
      ? { customers: taken.chosen, isChosen: true }
      : {
          customers: await countCustomers(tx, session, taken.filter),
          ...filterWords(taken.filter),
        };
  await recordEvent(tx, session, {
    action: "customer.exported",
    object: { type: "customer_list", id: null },
    after: { purpose, withoutContact, ...counted },
  });
}

/** What the list was asked for, as far as it was; `fromOn` and `toOn` are of the last order. */
function filterWords(filter: CustomerFilter) {
  const { search, segments, lastOrder, firstOrder, ordered } = filter;
  return {
    isSearched: search !== "",
    ...(filter.mayUseFor.length > 0 ? { isByConsent: true } : {}),
    ...(filter.attributes.length > 0 ? { isByAttribute: true } : {}),
    ...(filter.moved ? { isByTier: true } : {}),
    ...said({
      segments,
      fromOn: lastOrder.from,
      toOn: lastOrder.to,
      firstOrderFromOn: firstOrder?.from,
      firstOrderToOn: firstOrder?.to,
      orderedFromOn: ordered?.from,
      orderedToOn: ordered?.to,
      revenueAtLeast: filter.revenueAtLeast,
      bestByRevenue: filter.bestByRevenue,
      bestByProfit: filter.bestByProfit,
      recency: filter.recency,
      frequency: filter.frequency,
      monetary: filter.monetary,
      profit: filter.profit,
    }),
  };
}

type Word = string | number | readonly string[] | null | undefined;

function said(words: Readonly<Record<string, Word>>): Record<string, Word> {
  const isSaid = (word: Word) => word != null && !(Array.isArray(word) && word.length === 0);
  return Object.fromEntries(Object.entries(words).filter(([, word]) => isSaid(word)));
}
