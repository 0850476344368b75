import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { Rule } from "../schema.ts";
import { type FoundGroup, StoredSuggestions } from "../suggestions/stored.ts";
import type { AcceptedSegment, Suggestions } from "../suggestions/types.ts";

/** The groups that were found last; null until somebody has asked for them. */
export async function findSuggestions(tx: TenantTx): Promise<Suggestions | null> {
  const row = await tx.segmentSuggestion.findFirst({
    select: { askedAt: true, computedAt: true, found: true },
  });
  if (!row) return null;
  return {
    askedAt: row.askedAt.toISOString(),
    computedAt: row.computedAt?.toISOString() ?? null,
    found: StoredSuggestions.safeParse(row.found).data ?? null,
  };
}

/** The segments in use whose rules are the same as suggested ones, by the key of the suggestion. */
export async function findAccepted(
  tx: TenantTx,
  groups: readonly FoundGroup[],
): Promise<Map<string, AcceptedSegment>> {
  const rows = await tx.customerSegment.findMany({
    where: { kind: "rule", archivedAt: null },
    select: { id: true, name: true, rule: true },
    orderBy: { id: "desc" },
  });
  const byRule = new Map(rows.map(({ rule, ...segment }) => [ruleKey(rule), segment]));
  return new Map(
    groups.flatMap(({ key, rule }) => {
      const segment = byRule.get(JSON.stringify(rule));
      return segment ? [[key, segment] as const] : [];
    }),
  );
}

/** Parsed, its parts stand in one order, whatever the database made of them. */
function ruleKey(stored: unknown): string {
  return JSON.stringify(Rule.safeParse(stored).data ?? null);
}
