import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { HookFormat, HookKind, HookPage, HookRow, ReceivedRow } from "../types.ts";

const RECEIVED_SHOWN = 20;

/** The incoming hooks of the workspace, the oldest first; at most 50. */
export async function listHooks(tx: TenantTx, session: Session): Promise<HookRow[]> {
  return (await readHooks(tx, session, empty)).map(toRow);
}

/** The incoming hooks whose rows belong to a source, the oldest first. */
export async function listHooksOf(
  tx: TenantTx,
  session: Session,
  sourceId: string,
): Promise<HookRow[]> {
  return (await readHooks(tx, session, sql`AND h.source_id = ${sourceId}::uuid`)).map(toRow);
}

/** One incoming hook. @throws DomainError `not_found` */
export async function getHook(tx: TenantTx, session: Session, id: string): Promise<HookPage> {
  const [row] = isId(id) ? await readHooks(tx, session, sql`AND h.id = ${id}::uuid`) : [];
  if (!row) throw new DomainError("not_found", "This hook does not exist.");
  return {
    ...toRow(row),
    createdAt: row.createdAt.toISOString(),
    formerUntil: row.formerUntil?.toISOString() ?? null,
  };
}

/** The last 20 messages that a hook received, the newest first. */
export async function listReceived(tx: TenantTx, hookId: string): Promise<ReceivedRow[]> {
  const rows = await tx.incomingMessage.findMany({
    where: { hookId },
    select: { messageSha256: true, receivedAt: true, created: true, updated: true },
    orderBy: { receivedAt: "desc" },
    take: RECEIVED_SHOWN,
  });
  return rows.map(({ messageSha256, receivedAt, created, updated }) => ({
    ...{ key: messageSha256, created, updated },
    receivedAt: receivedAt.toISOString(),
  }));
}

type StoredHook = {
  id: string;
  name: string;
  // text + CHECK in the database: these words are all there are
  kind: HookKind;
  format: HookFormat;
  source: string;
  isOff: boolean;
  createdAt: Date;
  formerUntil: Date | null;
  lastReceivedAt: Date | null;
  received: number;
};

function readHooks(tx: TenantTx, { workspace }: Session, only: Sql): Promise<StoredHook[]> {
  return tx.$queryRaw<StoredHook[]>`
    SELECT h.id, h.name, h.kind, h.format, s.name AS source, h.off_at IS NOT NULL AS "isOff", h.created_at AS "createdAt",
      CASE WHEN h.former_until > now() THEN h.former_until END AS "formerUntil",
      m.last_at AS "lastReceivedAt", m.received
    FROM incoming_hook h
    JOIN data_source s ON s.tenant_id = ${workspace.id}::uuid AND s.id = h.source_id
    CROSS JOIN LATERAL (
      SELECT max(i.received_at) AS last_at,
        count(*) FILTER (WHERE i.received_at > now() - interval '7 days')::int AS received
      FROM incoming_message i WHERE i.tenant_id = ${workspace.id}::uuid AND i.hook_id = h.id) m
    WHERE h.tenant_id = ${workspace.id}::uuid ${only} ORDER BY h.id LIMIT 50`;
}

function toRow(row: StoredHook): HookRow {
  const { id, name, kind, format, source, isOff, lastReceivedAt, received } = row;
  return {
    ...{ id, name, kind, format, source, isOff, received },
    lastReceivedAt: lastReceivedAt?.toISOString() ?? null,
  };
}
