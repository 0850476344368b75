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

const VALUE_WORDS = ["recency", "frequency", "monetary", "profit"] as const;

function saidOf(word: string, chosen: readonly string[] = []) {
  return chosen.length > 0 ? [[word, chosen] as const] : [];
}

function filterWords(filter: CustomerFilter) {
  const { search, segments, lastOrder, revenueAtLeast } = filter;
  return {
    isSearched: search !== "",
    ...(filter.mayUseFor.length > 0 ? { isByConsent: true } : {}),
    ...(filter.attributes.length > 0 ? { isByAttribute: true } : {}),
    ...(segments.length > 0 ? { segments } : {}),
    ...(lastOrder.from ? { fromOn: lastOrder.from } : {}),
    ...(lastOrder.to ? { toOn: lastOrder.to } : {}),
    ...(revenueAtLeast === null ? {} : { revenueAtLeast }),
    ...Object.fromEntries(VALUE_WORDS.flatMap((word) => saidOf(word, filter[word]))),
  };
}
