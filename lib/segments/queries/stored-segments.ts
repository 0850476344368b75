import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { log } from "#lib/log.ts";
import { Rule } from "../schema.ts";

/** A segment that has members: by its rule, or, with null, as a list. */
export type StoredSegment = {
  readonly id: string;
  readonly name: string;
  readonly rule: Rule | null;
  readonly ruleVersion: number;
  /** Whether its members were found by this rule, on whatever day */
  readonly isSettled: boolean;
  readonly primaryRank: number | null;
};

/** The segments in use that have members, by name; those that only files name have none. */
export async function listMemberSegments(tx: TenantTx): Promise<StoredSegment[]> {
  const rows = await tx.customerSegment.findMany({
    where: { kind: { in: ["rule", "list"] }, archivedAt: null },
    select: {
      ...{ id: true, name: true, kind: true, rule: true, primaryRank: true },
      ...{ ruleVersion: true, memberVersion: true },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ kind, rule, memberVersion, ...stored }): StoredSegment[] => {
    const row = { ...stored, isSettled: memberVersion === stored.ruleVersion };
    if (kind === "list") return [{ ...row, rule: null }];
    const read = Rule.safeParse(rule);
    if (read.success) return [{ ...row, rule: read.data }];
    log.error({ segmentId: row.id }, "a stored rule cannot be read");
    return [];
  });
}
