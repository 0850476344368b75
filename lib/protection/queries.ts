import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { AccountTx } from "#lib/db/accounts.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import {
  type ClosingWorkspace,
  EXPORT_STATUSES,
  type ExportRow,
  type FoundPerson,
} from "./types.ts";

const MOST_EXPORTS = 10;
const MOST_PEOPLE = 20;

/** The last exports, the newest first. */
export async function listExports(tx: TenantTx): Promise<ExportRow[]> {
  const rows = await tx.workspaceExport.findMany({
    select: {
      ...{ id: true, status: true, createdAt: true, expiresAt: true, byteCount: true },
      ...{ rowCount: true, sha256: true },
    },
    orderBy: { createdAt: "desc" },
    take: MOST_EXPORTS,
  });
  return rows.map((row) => ({
    ...row,
    status: EXPORT_STATUSES.find((status) => status === row.status) ?? "failed",
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    byteCount: row.byteCount === null ? null : Number(row.byteCount),
    rowCount: row.rowCount === null ? null : Number(row.rowCount),
  }));
}

/** Customers with exactly that number or that e-mail address, now or before a merge; at most 20. */
export async function findPeople(
  tx: TenantTx,
  session: Session,
  contact: string,
): Promise<FoundPerson[]> {
  return tx.$queryRaw<FoundPerson[]>`
    SELECT c.id, c.external_id AS "externalId", c.name, c.email,
      (SELECT count(*)::int FROM customer_order o WHERE o.tenant_id = ${session.workspace.id}::uuid AND o.customer_id = c.id) AS orders
    FROM customer c WHERE c.tenant_id = ${session.workspace.id}::uuid
      AND (c.external_id = ${contact} OR c.email = ${contact} OR c.email = lower(${contact})
        OR c.id IN (SELECT m.survivor_id FROM customer_merge m WHERE m.tenant_id = ${session.workspace.id}::uuid
          AND (m.merged_external_id = ${contact} OR lower(m.merged #>> '{customer,email}') = lower(${contact}))))
    ORDER BY c.external_id LIMIT ${MOST_PEOPLE}::int`;
}

/** How many people were erased in the workspace. */
export function countErasures(tx: TenantTx): Promise<number> {
  return tx.erasure.count();
}

/** The bytes of an export in order, a piece at a time. */
export async function* readExport(session: Session, exportId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const piece = await withTenant(session, "protection:write", (tx) =>
      tx.workspaceExportPiece.findFirst({ where: { exportId, position }, select: { bytes: true } }),
    );
    if (!piece) return;
    yield piece.bytes;
  }
}

/** The workspaces of an owner that wait for their end. */
export async function listClosingWorkspaces(
  tx: AccountTx,
  accountId: string,
): Promise<ClosingWorkspace[]> {
  const rows = await tx.$queryRaw<ClosingColumns[]>`
    SELECT * FROM list_closing_workspaces(${accountId}::uuid)`;
  return rows.map((row) => ({
    id: row.tenant_id,
    slug: row.slug,
    name: row.tenant_name,
    timeZone: row.time_zone,
    locale: row.locale,
    deleteAfter: row.delete_after.toISOString(),
  }));
}

type ClosingColumns = {
  tenant_id: string;
  slug: string;
  tenant_name: string;
  time_zone: string;
  locale: string;
  delete_after: Date;
};
