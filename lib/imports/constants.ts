import type { ImportField } from "./types.ts";

/** What tells rows and people apart cannot be the same in every row. */
const KEYS: ReadonlySet<ImportField> = new Set<ImportField>([
  "externalId",
  "orderExternalId",
  "returnOf",
  "customerExternalId",
  "email",
  "name",
  "customerEmail",
  "subscriptionExternalId",
  "signalExternalId",
  "interactionExternalId",
  "complaintExternalId",
  "dealExternalId",
]);

/** Whether one value can stand for a field of every row. */
export function mayBeConstant(field: ImportField): boolean {
  return !KEYS.has(field);
}

/** The fields that a mapping's constants fill. */
export function constantFields(constants: object | undefined): ImportField[] {
  // The keys were checked when the mapping was read; Object.keys forgets it.
  return Object.keys(constants ?? {}) as ImportField[];
}
