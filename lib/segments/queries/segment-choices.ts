import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { maySeeMembersOf } from "../rule-needs.ts";

const MOST_SEGMENTS = 200;
const NAMED = { id: true, name: true } as const;
const RULED = { ...NAMED, kind: true, rule: true } as const;

type SegmentChoice = { id: string; name: string };

/** The segments that are not archived, to choose from, by name; the first 200. */
export async function listSegmentChoices(tx: TenantTx): Promise<SegmentChoice[]> {
  return tx.customerSegment.findMany({
    ...{ where: { archivedAt: null }, select: NAMED },
    ...{ orderBy: { name: "asc" }, take: MOST_SEGMENTS },
  });
}

/** As `listSegmentChoices`, those of which the session may be told who is in them, and with them the ones that are `chosen` already. */
export async function listMemberChoices(
  tx: TenantTx,
  session: Session,
  chosen: readonly string[],
): Promise<SegmentChoice[]> {
  if (!session.permissions.has("segment:read")) return [];
  const open = await tx.customerSegment.findMany({
    ...{ where: { archivedAt: null, id: { notIn: [...chosen] } }, select: RULED },
    ...{ orderBy: { name: "asc" }, take: MOST_SEGMENTS },
  });
  const kept = await tx.customerSegment.findMany({
    ...{ where: { id: { in: [...chosen] } }, select: RULED },
  });
  return [...kept, ...open]
    .filter((segment) => maySeeMembersOf(segment, session.permissions))
    .map(({ id, name }) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Whether a session may be told who is in each of these segments; of one that does not exist there is nothing to tell. */
export async function maySeeSegments(
  tx: TenantTx,
  { permissions }: Session,
  ids: readonly string[],
): Promise<boolean> {
  if (!permissions.has("segment:read")) return false;
  const segments = await tx.customerSegment.findMany({
    ...{ where: { id: { in: [...ids] } }, select: { kind: true, rule: true } },
  });
  return segments.every((segment) => maySeeMembersOf(segment, permissions));
}
