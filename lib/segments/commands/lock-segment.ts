import "server-only";
import { findLastChange } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { nameTaken } from "#lib/errors/name-taken.ts";
import { Rule } from "../schema.ts";
import { SEGMENT_KINDS, type Segment } from "../segment-types.ts";

type StoredSegment = Omit<Segment, "rule" | "kind" | "isFresh"> & { rule: unknown; kind: string };
export type LockedSegment = Omit<Segment, "isFresh">;

/** Hold a segment still until the transaction ends. @throws DomainError `not_found` */
export async function lockSegment(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
): Promise<LockedSegment> {
  const [row] = await tx.$queryRaw<StoredSegment[]>`
    SELECT id, name, kind, rule, note, purpose, lawful_basis AS "lawfulBasis", primary_rank AS "primaryRank", version,
      archived_at IS NOT NULL AS "isArchived"
    FROM customer_segment WHERE tenant_id = ${workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new DomainError("not_found", "This segment does not exist.");
  const kind = SEGMENT_KINDS.find((each) => each === row.kind) ?? "named";
  return { ...row, kind, rule: Rule.safeParse(row.rule).data ?? null };
}

/** @throws DomainError `stale` when the segment changed since it was seen, with its name of now and who changed it */
export async function requireSeen(
  tx: TenantTx,
  { id, name, version }: LockedSegment,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined || version === seen) return;
  const object = { type: "segment", id } as const;
  const { changedBy = null, changedAt = null } = (await findLastChange(tx, { object })) ?? {};
  throw new DomainError(
    "stale",
    `${changedBy ?? "Somebody"} changed this segment meanwhile. Open it again to see what it is now; what you wrote is still here.`,
    { conflict: { current: name, changedBy, changedAt } },
  );
}

/** @throws DomainError `conflict` for an archived segment */
export function requireOpen({ isArchived, name }: LockedSegment): void {
  if (!isArchived) return;
  throw new DomainError("conflict", `${name} is archived. Restore it first.`);
}

/** @throws DomainError `conflict` when another segment has the name, whatever its case; archived ones keep theirs */
export async function requireFreeName(
  tx: TenantTx,
  { workspace }: Session,
  { name, ownId }: { name: string; ownId: string | null },
): Promise<void> {
  const [same] = await tx.$queryRaw<{ name: string; isArchived: boolean }[]>`
    SELECT name, archived_at IS NOT NULL AS "isArchived" FROM customer_segment
    WHERE tenant_id = ${workspace.id}::uuid AND lower(name) = lower(${name}) AND id IS DISTINCT FROM ${ownId}::uuid`;
  if (same) throw nameTaken({ what: "segment", ...same });
}
