import type { Session } from "#lib/auth/types.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { type Expected, KILL_KINDS, type KillKind } from "./kill-file.ts";

/** What the import says of itself, and what is in the tables, at one instant. */
export type KillState = {
  status: string;
  told: Omit<Expected, "stored" | "total">;
  undone: { removed: number; restored: number; kept: number };
  /** Counted in the tables: rows, distinct numbers, lines of the ledger and of the rejects, each once */
  stored: number;
  numbers: number;
  ledgerLines: number;
  rejectLines: number;
  total: number;
};

/** One statement, so that all of it is of one instant. */
export function readKillState(
  session: Session,
  kind: KillKind,
  importId: string,
): Promise<KillState> {
  const tenantId = session.workspace.id;
  const { table, measure, entity } = KILL_KINDS[kind];
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
        (SELECT count(*)::int AS stored, count(DISTINCT external_id)::int AS numbers,
          coalesce(sum(${Prisma.raw(measure)}), 0)::float AS total
          FROM ${Prisma.raw(table)} WHERE tenant_id = ${tenantId}::uuid) o,
        (SELECT count(DISTINCT line)::int AS "ledgerLines" FROM import_row
          WHERE tenant_id = ${tenantId}::uuid AND import_id = ${importId}::uuid AND entity = ${entity}) l,
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

/** How many are on a list and should not be, or should be and are not; 0 where no list is. */
export function countStrays(session: Session): Promise<number> {
  const tenantId = session.workspace.id;
  return withTenant(session, "segment:read", async (tx) => {
    const [row] = await tx.$queryRaw<{ strays: number }[]>`
      SELECT count(*) FILTER (WHERE l.is_listed IS DISTINCT FROM m.is_member)::int AS strays
      FROM (SELECT segment_id, customer_id, true AS is_listed FROM segment_listing
        WHERE tenant_id = ${tenantId}::uuid AND NOT has_left) l
      FULL JOIN (SELECT segment_id, customer_id, true AS is_member FROM segment_member
        WHERE tenant_id = ${tenantId}::uuid AND valid_to IS NULL) m USING (segment_id, customer_id)`;
    return row?.strays ?? 0;
  });
}

/** Every row and customer in one number: what differs in any value a person sees gives another. */
export function fingerprintOf(session: Session, kind: KillKind): Promise<string> {
  const tenantId = session.workspace.id;
  const table = Prisma.raw(KILL_KINDS[kind].table);
  return withTenant(
    session,
    "order:read",
    async (tx) => {
      const [row] = await tx.$queryRaw<{ fingerprint: string }[]>`
      SELECT concat_ws(' ', o.*, c.*, n.*, s.*, m.*) AS fingerprint
      FROM (SELECT count(*), sum(hashtextextended((to_jsonb(t) - 'changed_import_id')::text, 0))
          FROM ${table} t WHERE t.tenant_id = ${tenantId}::uuid) o,
        (SELECT count(*), sum(hashtextextended(concat_ws('|', id, external_id, email, name, registered_on, attributes), 0))
          FROM customer WHERE tenant_id = ${tenantId}::uuid) c,
        (SELECT count(*), sum(hashtextextended(concat_ws('|', id, name), 0))
          FROM touchpoint WHERE tenant_id = ${tenantId}::uuid) n,
        (SELECT count(*), sum(hashtextextended(concat_ws('|', id, name, kind), 0))
          FROM customer_segment WHERE tenant_id = ${tenantId}::uuid) s,
        (SELECT count(*), sum(hashtextextended(to_jsonb(t)::text, 0)) FROM segment_member t WHERE t.tenant_id = ${tenantId}::uuid) m`;
      return row?.fingerprint ?? "";
    },
    { timeoutMs: 60_000 },
  );
}
