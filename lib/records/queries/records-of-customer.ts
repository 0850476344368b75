import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { RECORDS } from "../kinds.ts";
import type { RecordKind, RecordRow } from "../types.ts";
import {
  isCustomerHidden,
  type StoredRecord,
  selectRecords,
  toRecordRow,
} from "./select-records.ts";

/** Kinds that the customer's own page shows beside orders. */
const KINDS = [
  "interactions",
  "complaints",
  "subscriptions",
  "win_loss",
] as const satisfies readonly RecordKind[];

/** The last records of a kind that a customer has. */
export type CustomerRecords = { kind: RecordKind; rows: RecordRow[] };

/**
 * The last records of each kind that a customer has and the role may read; a kind without any is left out. All in one
 * statement.
 */
export async function listRecordsOfCustomer(
  tx: TenantTx,
  session: Session,
  customerId: string,
  limit: number,
): Promise<CustomerRecords[]> {
  const kinds = KINDS.filter(
    (kind) => session.permissions.has(RECORDS[kind].permission) && !isCustomerHidden(session, kind),
  );
  if (kinds.length === 0 || !isId(customerId)) return [];
  const own = [sql`t.customer_id = ${customerId}::uuid`];
  const found = await tx.$queryRaw<{ kind: RecordKind; row: StoredRecord }[]>`${join(
    kinds.map(
      (kind) => sql`
        SELECT ${kind}::text AS kind, to_jsonb(r) AS row
        FROM (${selectRecords(session, kind, own)} LIMIT ${limit}::int) r`,
    ),
    " UNION ALL ",
  )}`;
  return kinds.flatMap((kind) => {
    const rows = found.filter((each) => each.kind === kind).map(({ row }) => row);
    if (rows.length === 0) return [];
    return [{ kind, rows: rows.map((row) => toRecordRow(session, kind, row)) }];
  });
}
