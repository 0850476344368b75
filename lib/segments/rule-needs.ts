import type { Permission } from "#lib/auth/permissions.ts";
import { type Field, findField } from "./fields.ts";
import { conditionsIn } from "./rule-parts.ts";
import { Rule } from "./schema.ts";

/** What a member must be allowed to read to ask a rule: who is in a segment tells what its rule asks. */
export function permissionsOf(rule: Rule): Permission[] {
  return [...new Set(fieldsOf(rule).map(({ needs }) => needs))];
}

/** Whether a member may be told who meets a rule, which tells what it asks; a list asks nothing. */
export function maySeeMembers(rule: Rule | null, permissions: ReadonlySet<Permission>): boolean {
  return rule === null || permissionsOf(rule).every((each) => permissions.has(each));
}

/** The same of a segment as it is stored; a rule that this version cannot read hides its members. */
export function maySeeMembersOf(
  { kind, rule }: { kind: string; rule: unknown },
  permissions: ReadonlySet<Permission>,
): boolean {
  if (kind !== "rule") return true;
  const read = Rule.safeParse(rule);
  return read.success && maySeeMembers(read.data, permissions);
}

/** The fields of a rule that need a stated purpose and a lawful basis: by what people `marked` of attributes, or else by their names. */
export function sensitiveFieldsOf(rule: Rule, marked: ReadonlyMap<string, boolean>): string[] {
  const sensitive = fieldsOf(rule).filter(
    ({ attribute, isSensitive }) => (attribute && marked.get(attribute)) ?? isSensitive,
  );
  return [...new Set(sensitive.map(({ id }) => id))];
}

function fieldsOf(rule: Rule): Field[] {
  return conditionsIn(rule).flatMap(({ field }) => findField(field, "text") ?? []);
}
