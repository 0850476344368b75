import { DomainError } from "#lib/errors/index.ts";
import type { UnknownValue } from "./types.ts";

/**
 * Refuses an address that asks for what cannot be read: the whole list would go out in its place.
 *
 * @throws DomainError `invalid_input` with the bad parameters by their names
 */
export function requireReadable(unknown: readonly UnknownValue[]): void {
  if (unknown.length === 0) return;
  const fields: Record<string, string[]> = {};
  for (const { field, value, reason } of unknown)
    fields[field] = [...(fields[field] ?? []), reason ?? `"${value}" is not known here.`];
  const said = unknown.map(({ field, value }) => `${field}=${value}`).join(", ");
  throw new DomainError("invalid_input", `This filter cannot be read: ${said}.`, { fields });
}
