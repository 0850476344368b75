import type { Permission } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import { permissionsOf } from "./rule-needs.ts";
import type { Rule } from "./schema.ts";

/** What each permission that a rule may need lets one read, as a refusal says it. */
const WORDS: Partial<Record<Permission, string>> = {
  "customer:read": "customers",
  "customer:personal": "attributes and other personal data",
  "order:read": "orders",
  "value:read": "value",
  "complaint:read": "complaints",
  "signal:read": "feedback",
  "interaction:read": "contacts",
};

/**
 * Who is in a segment tells what its rule asks: only who may read that may ask it.
 *
 * @throws DomainError `forbidden` with what may not be read
 */
export function requireMayAsk(session: Session, rule: Rule): void {
  const missing = permissionsOf(rule).filter((each) => !session.permissions.has(each));
  if (missing.length === 0) return;
  const words = missing.map((each) => WORDS[each] ?? each).join(", ");
  throw new DomainError("forbidden", `This rule asks what you may not read: ${words}.`);
}
