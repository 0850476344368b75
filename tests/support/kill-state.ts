import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { Expected } from "./kill-file.ts";

/** What the import says of itself, and what is in the tables, at one instant. */
export type KillState = {
  status: string;
  told: Omit<Expected, "orders" | "revenueMinor">;
  undone: { removed: number; restored: number; kept: number };
  /** Counted in the tables: orders, distinct numbers, lines of the ledger and of the rejects, each once */
  orders: number;
  numbers: number;
  ledgerLines: number;
  rejectLines: number;
  revenueMinor: number;
};

/** One statement, so that all of it is of one instant. */
export function readKillState(session: Session, importId: string): Promise<KillState> {
  const tenantId = session.workspace.id;
  return withTenant(
    session,
    "order:read",
    async (tx) => {
      const [row] = await tx.$queryRaw<
        (Omit<KillState, "told" | "undone"> & KillState["told"] & KillState["undone"])[]
      >`
      SELECT i.status, i.committed_records AS records, i.created, i.updated, i.unchanged, i.rejected, i.undo_removed AS removed,
        i.undo_restored AS restored, i.undo_kept AS kept, o.*, l.*, r.*
      FROM import i,
        (SELECT count(*)::int AS orders, count(DISTINCT external_id)::int AS numbers,
          coalesce(sum(amount_minor), 0)::float AS "revenueMinor"
          FROM customer_order WHERE tenant_id = ${tenantId}::uuid) o,
        (SELECT count(DISTINCT line)::int AS "ledgerLines" FROM import_row
          WHERE tenant_id = ${tenantId}::uuid AND import_id = ${importId}::uuid AND entity = 'order') l,
        (SELECT count(DISTINCT line)::int AS "rejectLines" FROM import_reject
          WHERE tenant_id = ${tenantId}::uuid AND import_id = ${importId}::uuid) r
      WHERE i.tenant_id = ${tenantId}::uuid AND i.id = ${importId}::uuid`;
      if (!row) throw new Error("The import is gone.");
      const { records, created, updated, unchanged, rejected, removed, restored, kept, ...state } =
        row;
      return {
        ...state,
        told: { records, created, updated, unchanged, rejected },
        undone: { removed, restored, kept },
      };
    },
    { timeoutMs: 60_000 },
  );
}

/** Every order and customer in one number: what differs in any value a person sees gives another. */
export function fingerprintOf(session: Session): Promise<string> {
  const tenantId = session.workspace.id;
  return withTenant(
    session,
    "order:read",
    async (tx) => {
      const [row] = await tx.$queryRaw<{ fingerprint: string }[]>`
      SELECT concat_ws(' ', o.*, c.*) AS fingerprint
      FROM (SELECT count(*), sum(hashtextextended(concat_ws('|', o.id, o.external_id, c.external_id, o.ordered_on, o.ordered_at,
          o.amount_minor, o.currency, o.quantity, o.product_code, o.channel), 0))
          FROM customer_order o JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = o.customer_id
          WHERE o.tenant_id = ${tenantId}::uuid) o,
        (SELECT count(*), sum(hashtextextended(concat_ws('|', id, external_id, email, name, registered_on, attributes), 0))
          FROM customer WHERE tenant_id = ${tenantId}::uuid) c`;
      return row?.fingerprint ?? "";
    },
    { timeoutMs: 60_000 },
  );
}
