import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { Rule } from "../schema.ts";
import type { RuleVersion } from "../segment-types.ts";
import { withMakers } from "./version-makers.ts";

const MOST_RULES = 50;

/** The rules that a segment has had, the latest first; the last 50. */
export async function listRuleVersions(tx: TenantTx, segmentId: string): Promise<RuleVersion[]> {
  const rows = await tx.segmentRule.findMany({
    where: { segmentId },
    select: { ruleVersion: true, rule: true, changedBy: true, changedAt: true },
    orderBy: { ruleVersion: "desc" },
    take: MOST_RULES,
  });
  const made = await withMakers(
    tx,
    rows.map(({ ruleVersion, ...row }) => ({ ...row, version: ruleVersion })),
  );
  return made.map((version, at) => ({
    ...version,
    rule: Rule.safeParse(rows[at]?.rule).data ?? null,
  }));
}
