import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { listAttributes } from "#lib/customers/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RuleNames } from "../segment-types.ts";
import type { StoredRuleContext } from "./rule-context.ts";
import { listTierNames } from "./tier-names.ts";

const MOST_NEEDS = 500;

/** What rules are put in words with; statements of needs only for who may read them. */
export async function readRuleNames(tx: TenantTx, session: Session): Promise<RuleNames> {
  const { permissions } = session;
  const attributes = await listAttributes(tx);
  return {
    attributes: new Map(attributes.map(({ name, type }) => [name, type])),
    needs: permissions.has("need:read") ? await listNeedNames(tx) : new Map(),
    tiers: await listTierNames(tx, session),
  };
}

/** The same, of what a rule was asked with already. */
export async function ruleNamesOf(
  tx: TenantTx,
  session: Session,
  { attributes, statements }: StoredRuleContext,
): Promise<RuleNames> {
  return {
    attributes,
    needs: session.permissions.has("need:read") ? statements : new Map(),
    tiers: await listTierNames(tx, session),
  };
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
