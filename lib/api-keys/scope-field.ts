import type { Scope } from "#lib/auth/permissions.ts";

/** The name of a scope's checkbox in a form. */
export function scopeField(scope: Scope): string {
  return `scope ${scope}`;
}
