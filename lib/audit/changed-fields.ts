import type { AuditFields, AuditValue } from "./types.ts";

export type ChangedFields = { before: AuditFields; after: AuditFields };

/** The fields that differ, as they were and as they are; null when nothing has changed. */
export function changedFields(before: AuditFields, after: AuditFields): ChangedFields | null {
  const names = Object.keys(after).filter((name) => !isSame(before[name], after[name]));
  if (names.length === 0) return null;
  return { before: only(before, names), after: only(after, names) };
}

function isSame(one: AuditValue | undefined, other: AuditValue | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function only(fields: AuditFields, names: readonly string[]): AuditFields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
