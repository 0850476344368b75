import "server-only";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import { hasOwnNumber } from "#lib/orders/index.ts";
import { RECORDS } from "../kinds.ts";
import type { RecordField, RecordKind, RecordRow, RecordValue } from "../types.ts";
import { RECORD_TABLES } from "./record-tables.ts";

/** A row as the database tells it; values stand beside the rest. */
export type StoredRecord = Readonly<Partial<Record<RecordField, RecordValue>>> & {
  id: string;
  externalId: string;
  on: string;
  customerId: string | null;
  customerNumber: string | null;
  sourceId: string | null;
  sourceName: string | null;
  importId: string | null;
  fileName: string | null;
};

/** The records of a kind that meet all conditions on `t`, the last first. */
export function selectRecords(
  { workspace }: Session,
  kind: RecordKind,
  conditions: readonly Sql[],
): Sql {
  const { table, columns, joins, day, number = sql`t.external_id` } = RECORD_TABLES[kind];
  const tenantId = workspace.id;
  const { hasCustomer, hasSource } = RECORDS[kind];
  const [customer, whose] = hasCustomer
    ? [
        sql`c.id AS "customerId", c.external_id AS "customerNumber"`,
        sql`LEFT JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = t.customer_id`,
      ]
    : [sql`NULL AS "customerId", NULL AS "customerNumber"`, sql``];
  const [source, from] = hasSource
    ? [
        sql`s.id AS "sourceId", s.name AS "sourceName"`,
        sql`LEFT JOIN data_source s ON s.tenant_id = ${tenantId}::uuid AND s.id = t.source_id`,
      ]
    : [sql`NULL AS "sourceId", NULL AS "sourceName"`, sql``];
  return sql`
    SELECT t.id, ${number} AS "externalId", ${day}::text AS "on", ${customer}, ${source}, i.id AS "importId",
      i.file_name AS "fileName", ${columns}
    FROM ${table} t ${whose} ${from}
      LEFT JOIN import i ON i.tenant_id = ${tenantId}::uuid AND i.id = t.changed_import_id ${joins}
    WHERE t.tenant_id = ${tenantId}::uuid AND ${join([sql`true`, ...conditions], " AND ")}
    ORDER BY ${recordOrder(kind)}`;
}

/** The last day first, and of a day the last written first; where no index has the days, the last written first. */
export function recordOrder(kind: RecordKind): Sql {
  const { day, isByEntry } = RECORD_TABLES[kind];
  return isByEntry ? sql`t.id DESC` : sql`${day} DESC, t.id DESC`;
}

/** Whether whose records of a kind are is hidden from the session. */
export function isCustomerHidden(session: Session, kind: RecordKind): boolean {
  return RECORDS[kind].hidesCustomer && !mayReadPersonalData(session);
}

/** A row as the list shows it, without what the role may not read. */
export function toRecordRow(session: Session, kind: RecordKind, stored: StoredRecord): RecordRow {
  const { id, externalId, on, customerId, customerNumber, sourceId, importId } = stored;
  const mayName = customerId !== null && !isCustomerHidden(session, kind);
  const fields = RECORDS[kind].columns.map(({ field }) => [field, stored[field] ?? null] as const);
  return {
    ...{ id, number: externalId, hasOwnNumber: hasOwnNumber(externalId), on },
    customer: mayName
      ? {
          id: customerId,
          number: shownNumber(session, { id: customerId, number: customerNumber ?? "" }),
        }
      : null,
    source: sourceId === null ? null : { id: sourceId, name: stored.sourceName ?? "" },
    import: importId === null ? null : { id: importId, fileName: stored.fileName ?? "" },
    values: Object.fromEntries(fields),
  };
}
