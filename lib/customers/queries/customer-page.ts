import "server-only";
import { z } from "zod";
import { isNumberHidden } from "#lib/auth/shown-number.ts";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { asSeenBy, seenRevenue } from "../queries.ts";
import type { CustomerDetail, CustomerImport, CustomerValueView } from "../types.ts";
import { typeAttributes } from "./attributes.ts";
import { listConsentsOf } from "./consents.ts";
import { listMergesOf } from "./merges.ts";
import { CUSTOMER, ownValue, type StoredRow, VALUE } from "./rows-of.ts";

/** So many of the latest are named. */
const MOST_IMPORTS = 20;

const Attributes = z.record(z.string(), z.string());

/** One customer by id. @throws DomainError `not_found` */
export function getCustomer(tx: TenantTx, session: Session, id: string): Promise<CustomerDetail> {
  return getCustomerWhere(tx, session, isId(id) ? sql`c.id = ${id}::uuid` : null);
}

/**
 * One customer by its number in the files it came from; by the number of one merged into it as well.
 *
 * @throws DomainError `not_found`
 */
export function getCustomerByExternalId(
  tx: TenantTx,
  session: Session,
  externalId: string,
): Promise<CustomerDetail> {
  const where = sql`c.id IN (
    SELECT o.id FROM customer o WHERE o.tenant_id = ${session.workspace.id}::uuid AND o.external_id = ${externalId}
    UNION ALL
    SELECT m.survivor_id FROM customer_merge m
    WHERE m.tenant_id = ${session.workspace.id}::uuid AND m.merged_external_id = ${externalId})`;
  const isNone = externalId.includes("\0") || isNumberHidden(session, externalId);
  return getCustomerWhere(tx, session, isNone ? null : where);
}

async function getCustomerWhere(
  tx: TenantTx,
  session: Session,
  where: Sql | null,
): Promise<CustomerDetail> {
  const [stored] = where ? await findStored(tx, session, where) : [];
  if (!stored) throw new DomainError("not_found", "This customer does not exist.");
  const row = asSeenBy(session, listRow(stored));
  const { id } = row;
  return {
    ...row,
    registeredOn: stored.registeredOn,
    attributes: row.isMasked ? [] : await typeAttributes(tx, Attributes.parse(stored.attributes)),
    consents: row.isMasked ? [] : await listConsentsOf(tx, id),
    hasOrdered: stored.hasOrdered,
    merges: await listMergesOf(tx, session, id),
    value: stored.orderCount === null ? null : valueView(session, stored),
    createdAt: stored.createdAt.toISOString(),
    imports: await listImportsOf(tx, session, stored),
  };
}

/** The value columns are all null together, and `orderCount` tells. */
type StoredDetail = StoredRow &
  CustomerValueView &
  ImportIds & {
    registeredOn: string | null;
    attributes: unknown;
    createdAt: Date;
    hasOrdered: boolean;
  };

type ImportIds = { createdImportId: string | null; changedImportId: string | null };

function findStored(tx: TenantTx, session: Session, where: Sql): Promise<StoredDetail[]> {
  return tx.$queryRaw<StoredDetail[]>`
    SELECT ${CUSTOMER}, ${VALUE}, c.registered_on::text AS "registeredOn", c.attributes, c.created_at AS "createdAt",
      c.created_import_id AS "createdImportId", c.changed_import_id AS "changedImportId",
      v.first_ordered_on::text AS "firstOrderedOn", v.purchase_days AS "purchaseDays",
      v.margin_minor::float8 AS "marginMinor", v.cost_to_serve_minor::float8 AS "costToServeMinor",
      v.recency_score AS "recencyScore", v.frequency_score AS "frequencyScore", v.monetary_score AS "monetaryScore",
      EXISTS (SELECT 1 FROM customer_order o
        WHERE o.tenant_id = ${session.workspace.id}::uuid AND o.customer_id = c.id) AS "hasOrdered"
    FROM customer c LEFT JOIN ${ownValue(session)}
    WHERE c.tenant_id = ${session.workspace.id}::uuid AND ${where}`;
}

function listRow(stored: StoredDetail): StoredRow {
  const { id, externalId, name, email, phone } = stored;
  const { segment, orderCount, revenueMinor, profitMinor, lastOrderedOn } = stored;
  const value = { segment, orderCount, revenueMinor, profitMinor, lastOrderedOn };
  return { id, externalId, name, email, phone, ...value };
}

function valueView(session: Session, stored: StoredDetail): CustomerValueView {
  return {
    firstOrderedOn: stored.firstOrderedOn,
    lastOrderedOn: stored.lastOrderedOn,
    purchaseDays: stored.purchaseDays,
    orderCount: stored.orderCount,
    revenueMinor: seenRevenue(session, stored.revenueMinor),
    marginMinor: seenRevenue(session, stored.marginMinor),
    costToServeMinor: seenRevenue(session, stored.costToServeMinor),
    profitMinor: seenRevenue(session, stored.profitMinor),
    recencyScore: stored.recencyScore,
    frequencyScore: stored.frequencyScore,
    monetaryScore: stored.monetaryScore,
  };
}

/** The import that made a customer, the last one that changed it, and those of their orders, the latest first. */
async function listImportsOf(
  tx: TenantTx,
  session: Session,
  { id, createdImportId, changedImportId }: ImportIds & { id: string },
): Promise<CustomerImport[]> {
  if (!session.permissions.has("import:read")) return [];
  const own = [changedImportId, createdImportId].filter((importId) => importId !== null);
  const ofOrders = await tx.$queryRaw<{ importId: string }[]>`
    SELECT DISTINCT o.changed_import_id AS "importId" FROM customer_order o
    WHERE o.tenant_id = ${session.workspace.id}::uuid AND o.customer_id = ${id}::uuid AND o.changed_import_id IS NOT NULL`;
  const rows = await tx.import.findMany({
    where: {
      id: { in: [...own, ...ofOrders.map(({ importId }) => importId)] },
      status: { not: "undone" },
    },
    select: { id: true, kind: true, fileName: true, finishedAt: true, createdAt: true },
    orderBy: { id: "desc" },
    take: MOST_IMPORTS,
  });
  const action = (row: { id: string; kind: string }) => {
    if (row.kind === "orders") return "orders";
    return row.id === createdImportId ? "created" : "updated";
  };
  return rows.map((row) => ({
    id: row.id,
    fileName: row.fileName,
    action: action(row),
    at: (row.finishedAt ?? row.createdAt).toISOString(),
  }));
}
