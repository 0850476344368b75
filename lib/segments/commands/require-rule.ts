import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { sensitiveFieldsOf } from "../rule-needs.ts";
import type { Rule } from "../schema.ts";

type Stated = { purpose: string | null; lawfulBasis: string | null };

/** @throws DomainError `invalid_input` for a rule that asks sensitive attributes without a purpose and a lawful basis */
export async function requirePurpose(
  tx: TenantTx,
  rule: Rule | null,
  { purpose, lawfulBasis }: Stated,
): Promise<void> {
  const [first] = rule ? sensitiveFieldsOf(rule, await readMarked(tx)) : [];
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

async function readMarked(tx: TenantTx): Promise<Map<string, boolean>> {
  const attributes = await tx.customerAttribute.findMany({
    where: { isSensitive: { not: null } },
    select: { name: true, isSensitive: true },
  });
  return new Map(attributes.map(({ name, isSensitive }) => [name, isSensitive === true]));
}
