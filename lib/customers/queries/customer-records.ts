import "server-only";
import { z } from "zod";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CustomerListRow } from "../types.ts";

const Attributes = z.record(z.string(), z.string());

/** A row of the list as the API hands it out: with attributes and what is recorded about purposes. */
export type CustomerRecord = CustomerListRow & {
  /** empty when `isMasked` */
  attributes: Readonly<Record<string, string>>;
  consents: readonly { purpose: string; state: string; lawfulBasis: string }[];
};

/** The rows of a list with what the API tells beyond it; two queries for all of them. */
export async function asRecords(
  tx: TenantTx,
  session: Session,
  rows: readonly CustomerListRow[],
): Promise<CustomerRecord[]> {
  if (!mayReadPersonalData(session)) {
    return rows.map((row) => ({ ...row, attributes: {}, consents: [] }));
  }
  const ids = rows.map(({ id }) => id);
  const stored = await tx.customer.findMany({
    where: { id: { in: ids } },
    select: { id: true, attributes: true },
  });
  const consents = await tx.customerConsent.findMany({
    where: { customerId: { in: ids } },
    select: { customerId: true, purpose: true, state: true, lawfulBasis: true },
    orderBy: { purpose: "asc" },
  });
  const attributes = new Map(stored.map((each) => [each.id, Attributes.parse(each.attributes)]));
  return rows.map((row) => ({
    ...row,
    attributes: attributes.get(row.id) ?? {},
    consents: consents
      .filter(({ customerId }) => customerId === row.id)
      .map(({ purpose, state, lawfulBasis }) => ({ purpose, state, lawfulBasis })),
  }));
}
