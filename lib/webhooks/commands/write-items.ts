import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import {
  createMissingNames,
  createNamedCustomers,
  findNames,
  findNumbersByEmail,
  type NamedLine,
  putRows,
  type Register,
  SHARED_EMAIL,
} from "#lib/bulk/index.ts";
import { type BulkRow, NAMED_ENTITIES, type NamedEntity } from "#lib/bulk/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import { wrongMessage } from "../parse-message.ts";
import type { HookFormat, HookKind } from "../types.ts";
import { postEvent } from "./post-event.ts";

/** Whose rows came by which hook. */
export type HookOrigin = {
  hookId: string;
  sourceId: string;
  kind: HookKind;
  format: HookFormat;
};

export type ItemCounts = { created: number; updated: number };

type Named = BulkRow &
  Partial<Record<NamedEntity, string | null>> & {
    customerExternalId: string | null;
    customerEmail: string | null;
  };

/**
 * Write what a message held by the numbers of its rows: customers and names that nobody knows yet are made, a row equal
 * to what is stored is not touched. Value and segments are told again, as after an import. No import, so nothing to undo.
 *
 * @throws DomainError `invalid_input` for an address that several customers have
 */
export async function writeItems<Row extends Named>(
  tx: TenantTx,
  session: Session,
  { register, rows, origin }: { register: Register<Row>; rows: readonly Row[]; origin: HookOrigin },
): Promise<ItemCounts> {
  const { hookId, sourceId, kind, format } = origin;
  const linked = await withNumbers(tx, session, rows, format);
  await createNamedCustomers(tx, session, null, linked.flatMap(customerOf));
  const names = linked.flatMap(namesIn);
  await createMissingNames(tx, session, null, names);
  const ids = await findNames(tx, session, names);
  const put = await putRows(tx, session, register, { rows: linked, sourceId, ids });
  const count = (outcome: string) => put.filter((row) => row.outcome === outcome).length;
  const counts = { created: count("created"), updated: count("updated") };
  await recordEvent(tx, session, {
    action: "hook.received",
    object: { type: "incoming_hook", id: hookId },
    after: { kind, ...counts },
  });
  if (counts.created + counts.updated > 0) {
    await postEvent(tx, session, `${kind}.written`, { hookId, sourceId, ...counts });
    await enqueueValueRefresh(tx, session.workspace.id);
  }
  return counts;
}

/** The rows with the number of each customer that they name by address: a new one's address is its number. */
async function withNumbers<Row extends Named>(
  tx: TenantTx,
  session: Session,
  rows: readonly Row[],
  format: HookFormat,
): Promise<Row[]> {
  const byEmail = rows.filter((row) => !row.customerExternalId && row.customerEmail);
  const emails = byEmail.flatMap((row) => row.customerEmail ?? []);
  const { numbers, shared } = await findNumbersByEmail(tx, session, [...new Set(emails)]);
  const unclear = byEmail.filter((row) => shared.has(row.customerEmail ?? ""));
  if (unclear.length > 0) throw unclearCustomer(unclear, format);
  return rows.map((row) => {
    const email = row.customerEmail;
    if (row.customerExternalId || !email) return row;
    return { ...row, customerExternalId: numbers.get(email) ?? email };
  });
}

function unclearCustomer(rows: readonly Named[], format: HookFormat) {
  const places: readonly PropertyKey[][] =
    format === "formbricks"
      ? [["data"]]
      : rows.map(({ line }) => ["items", line - 1, "customerEmail"]);
  return wrongMessage(places.map((path) => ({ path, message: SHARED_EMAIL })));
}

function customerOf({ line, customerExternalId, customerEmail }: Named) {
  return customerExternalId ? [{ line, externalId: customerExternalId, email: customerEmail }] : [];
}

function namesIn(row: Named): NamedLine[] {
  return NAMED_ENTITIES.flatMap((entity) => {
    const name = row[entity];
    return name ? [{ line: row.line, entity, name }] : [];
  });
}
