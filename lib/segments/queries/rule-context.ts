import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { findLatestRunId } from "#lib/clv-runs/index.ts";
import { listAttributes } from "#lib/customers/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RuleContext } from "../resolved-rule.ts";

/** What a rule is asked with, and what it is told with: statements of needs by id, and the run of lifetime value that speaks (null: none yet). */
export type StoredRuleContext = RuleContext & {
  readonly runId: string | null;
  readonly statements: ReadonlyMap<string, string>;
};

/** What rules of a workspace are asked with on a day, YYYY-MM-DD. */
export async function readRuleContext(
  tx: TenantTx,
  { workspace }: Session,
  onDay: string,
): Promise<StoredRuleContext> {
  const runId = await findLatestRunId(tx);
  const attributes = await listAttributes(tx);
  const needs = await tx.customerNeed.findMany({
    where: { archivedAt: null },
    select: { id: true, statement: true },
  });
  return {
    onDay,
    currency: workspace.currency,
    attributes: new Map(attributes.map(({ name, type }) => [name, type])),
    needs: new Set(needs.map(({ id }) => id)),
    statements: new Map(needs.map(({ id, statement }) => [id, statement])),
    runId,
  };
}
