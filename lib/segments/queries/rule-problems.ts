import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import { resolveRule } from "../resolve-rule.ts";
import type { Rule } from "../schema.ts";
import type { RuleProblem } from "../types.ts";
import { readRuleContext } from "./rule-context.ts";

/** What is wrong with a rule that can be asked all the same, today; nothing with none. Read once for any number of rules. */
export async function readRuleProblems(
  tx: TenantTx,
  session: Session,
): Promise<(rule: Rule | null) => readonly RuleProblem[]> {
  const onDay = dayInZone(session.workspace.timeZone, (await databaseNow(tx)).getTime());
  const context = await readRuleContext(tx, session, onDay);
  return (rule) => (rule ? resolveRule(rule, context).problems : []);
}
