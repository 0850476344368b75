import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { PURPOSES, type Purpose } from "../consents.ts";
import type { CustomerFilter, RecordedConsent } from "../types.ts";
import { filterSql, needsValue } from "./filter-sql.ts";
import { mayContact } from "./may-contact.ts";
import { ownValue } from "./rows-of.ts";

/** What is recorded about each purpose of a customer, in the order of the purposes. Personal data: ask who may read it. */
export async function listConsentsOf(tx: TenantTx, customerId: string): Promise<RecordedConsent[]> {
  const rows = await tx.customerConsent.findMany({ where: { customerId } });
  const names = await findMemberNames(
    tx,
    rows.flatMap(({ recordedBy }) => recordedBy ?? []),
  );
  return PURPOSES.flatMap((purpose) => {
    const row = rows.find((each) => each.purpose === purpose);
    return row ? [{ ...recorded(row), recordedBy: names.get(row.recordedBy ?? "") ?? null }] : [];
  });
}

type StoredConsent = Awaited<ReturnType<TenantTx["customerConsent"]["findMany"]>>[number];

// The checks of the table say that its words are ours.
function recorded(row: StoredConsent): Omit<RecordedConsent, "recordedBy"> {
  const { purpose, state, lawfulBasis, source, recordedAt, importId } = row;
  const words = { purpose, state, lawfulBasis, source } as Pick<
    RecordedConsent,
    "purpose" | "state" | "lawfulBasis" | "source"
  >;
  return { ...words, recordedAt: recordedAt.toISOString(), importId };
}

/**
 * Which of these customers may be contacted for a purpose: those with a lawful basis on record; for service also those
 * with an order and no withdrawal on record, whose contract is the basis.
 */
export async function findContactable(
  tx: TenantTx,
  { workspace }: Session,
  purpose: Purpose,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM customer c WHERE c.tenant_id = ${workspace.id}::uuid AND c.id = ANY(${[...ids]}::uuid[])
      AND ${mayContact(workspace.id, purpose)}`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * How many customers match, and how many of them may not be contacted for each purpose though there is a way to; none for
 * who may not read personal data, whom a count of one customer would tell what is hidden.
 */
export async function countContactable(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
): Promise<Record<Purpose, number> & { customers: number }> {
  const { where } = await filterSql(tx, session, filter);
  const tenantId = session.workspace.id;
  const reachable = mayReadPersonalData(session)
    ? sql`(c.email IS NOT NULL OR c.phone IS NOT NULL)`
    : sql`false`;
  const leftOut = (purpose: Purpose) =>
    sql`(count(*) FILTER (WHERE ${reachable} AND NOT ${mayContact(tenantId, purpose)}))::int`;
  const [counts] = await tx.$queryRaw<[Record<Purpose, number> & { customers: number }]>`
    SELECT count(*)::int AS customers, ${leftOut("service")} AS service, ${leftOut("feedback")} AS feedback,
      ${leftOut("marketing")} AS marketing
    FROM customer c ${needsValue(filter) ? sql`JOIN ${ownValue(session)}` : sql``} WHERE ${where}`;
  return counts;
}
