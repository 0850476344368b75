import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { listAttributes } from "#lib/customers/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RuleNames } from "../segment-types.ts";
import type { StoredRuleContext } from "./rule-context.ts";

const MOST_NEEDS = 500;

/** What rules are put in words with; statements of needs only for who may read them. */
export async function readRuleNames(tx: TenantTx, { permissions }: Session): Promise<RuleNames> {
  const attributes = await listAttributes(tx);
  return {
    attributes: new Map(attributes.map(({ name, type }) => [name, type])),
    needs: permissions.has("need:read") ? await listNeedNames(tx) : new Map(),
  };
}

/** The same, of what a rule was asked with already. */
export function ruleNamesOf(
  { permissions }: Session,
  { attributes, statements }: StoredRuleContext,
): RuleNames {
  return { attributes, needs: permissions.has("need:read") ? statements : new Map() };
}

/** The statements of the needs in use by their ids, in the order of statements; the first 500. */
export async function listNeedNames(tx: TenantTx): Promise<Map<string, string>> {
  const needs = await tx.customerNeed.findMany({
    where: { archivedAt: null },
    select: { id: true, statement: true },
    orderBy: [{ statement: "asc" }, { id: "asc" }],
    take: MOST_NEEDS,
  });
  return new Map(needs.map(({ id, statement }) => [id, statement]));
}
