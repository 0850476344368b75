import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ApiKeyRow } from "./types.ts";

const MOST_KEYS = 100;

const ROW = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
} as const;

/** The keys that are not revoked, the newest first; at most 100. */
export async function listApiKeys(tx: TenantTx, now: Date): Promise<ApiKeyRow[]> {
  const keys = await tx.apiKey.findMany({
    where: { revokedAt: null },
    select: ROW,
    orderBy: { id: "desc" },
    take: MOST_KEYS,
  });
  const makers = await findMakers(
    tx,
    keys.map(({ id }) => id),
  );
  return keys.map(({ createdAt, lastUsedAt, expiresAt, ...key }) => ({
    ...key,
    createdAt: createdAt.toISOString(),
    madeBy: makers.get(key.id) ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    isExpired: expiresAt !== null && expiresAt <= now,
  }));
}

/** Who made which key, as the audit log tells. */
async function findMakers(
  tx: TenantTx,
  keyIds: readonly string[],
): Promise<Map<string, ApiKeyRow["madeBy"]>> {
  const events = await tx.auditEvent.findMany({
    where: { objectType: "api_key", objectId: { in: [...keyIds] }, action: "api_key.created" },
    select: { objectId: true, actorKind: true, actorId: true },
  });
  const names = await findMemberNames(
    tx,
    events.flatMap(({ actorId }) => actorId ?? []),
  );
  const makers = new Map<string, ApiKeyRow["madeBy"]>();
  for (const { objectId, actorKind, actorId } of events) {
    const name = names.get(actorId ?? "");
    if (objectId === null) continue;
    if (actorKind === "operator") makers.set(objectId, { kind: "operator" });
    else if (name !== undefined) makers.set(objectId, { kind: "member", name });
  }
  return makers;
}
