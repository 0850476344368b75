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
  createdBy: true,
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
  const names = await findMemberNames(
    tx,
    keys.flatMap(({ createdBy }) => createdBy ?? []),
  );
  return keys.map(({ createdBy, createdAt, lastUsedAt, expiresAt, ...key }) => ({
    ...key,
    createdAt: createdAt.toISOString(),
    madeBy: makerOf(createdBy, names),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    isExpired: expiresAt !== null && expiresAt <= now,
  }));
}

function makerOf(
  createdBy: string | null,
  names: ReadonlyMap<string, string>,
): ApiKeyRow["madeBy"] {
  if (createdBy === null) return { kind: "operator" };
  const name = names.get(createdBy);
  return name === undefined ? null : { kind: "member", name };
}
