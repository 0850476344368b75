import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { Rule } from "../schema.ts";
import type { RuleVersion } from "../segment-types.ts";

const MOST_RULES = 50;

/** The rules that a segment has had, the latest first; the last 50. */
export async function listRuleVersions(tx: TenantTx, segmentId: string): Promise<RuleVersion[]> {
  const rows = await tx.segmentRule.findMany({
    where: { segmentId },
    select: { ruleVersion: true, rule: true, changedBy: true, changedAt: true },
    orderBy: { ruleVersion: "desc" },
    take: MOST_RULES,
  });
  const names = await findMemberNames(tx, [
    ...new Set(rows.flatMap(({ changedBy }) => changedBy ?? [])),
  ]);
  return rows.map(({ ruleVersion, rule, changedBy, changedAt }) => ({
    version: ruleVersion,
    rule: Rule.safeParse(rule).data ?? null,
    changedBy: (changedBy && names.get(changedBy)) || null,
    changedAt: changedAt.toISOString(),
  }));
}
