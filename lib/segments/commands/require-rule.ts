import "server-only";
import { DomainError } from "#lib/errors/index.ts";
import { sensitiveFieldsOf } from "../rule-needs.ts";
import type { Rule } from "../schema.ts";

type Stated = { purpose: string | null; lawfulBasis: string | null };

/** @throws DomainError `invalid_input` for a rule that asks sensitive attributes without a purpose and a lawful basis */
export function requirePurpose(rule: Rule | null, { purpose, lawfulBasis }: Stated): void {
  const [first] = rule ? sensitiveFieldsOf(rule) : [];
  if (!first || (purpose !== null && lawfulBasis !== null)) return;
  const name = first.replace(/^attributes\./, "");
  const missing = {
    ...(purpose === null
      ? { purpose: [`Say what the segment is for: “${name}” can be sensitive.`] }
      : {}),
    ...(lawfulBasis === null
      ? { lawfulBasis: [`Say on what basis “${name}” is asked: it can be sensitive.`] }
      : {}),
  };
  throw new DomainError(
    "invalid_input",
    `“${name}” can be sensitive. State a purpose and a lawful basis.`,
    { fields: missing },
  );
}
