import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Responsible } from "../types.ts";

const MOST_MEMBERS = 1_000;

/** Names of members by id, also of those who have left; nobody is no question. */
export async function findNames(
  tx: TenantTx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  return known.length === 0 ? new Map() : findMemberNames(tx, known);
}

/** Everybody who may answer for a case, by name: the active members. */
export async function listResponsible(tx: TenantTx): Promise<Responsible[]> {
  const members = await tx.membership.findMany({
    where: { deactivatedAt: null },
    select: { id: true },
    take: MOST_MEMBERS,
  });
  const names = await findMemberNames(
    tx,
    members.map(({ id }) => id),
  );
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
