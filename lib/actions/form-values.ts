import { z } from "zod";
import type { DomainError } from "#lib/errors/index.ts";
import type { ActionResult } from "./result.ts";

/** Fields that are never sent back to the browser, not even to the form they came from. */
const SECRET = /password|secret|^code$|recovery/i;

/** A name with this end may stand several times in a form, as ticked boxes do. */
const LIST = "[]";

/**
 * What a form holds, as text by name; React's own fields left out. A name that stands several times keeps its last
 * value, but the values of `name[]` come as one `name`, with commas between them.
 */
export function textValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    const key = name.endsWith(LIST) ? name.slice(0, -LIST.length) : name;
    const before = key === name ? undefined : values[key];
    values[key] = before === undefined ? value : `${before},${value}`;
  }
  return values;
}

/** The answer to what a command refused: why, and what was typed. */
export function refused(
  error: DomainError,
  values: Record<string, string>,
): Extract<ActionResult<never>, { ok: false }> {
  const { fields, conflict } = error.detail;
  return {
    ok: false,
    code: error.code,
    message: error.message,
    ...(fields ? { fields } : {}),
    ...(conflict ? { conflict } : {}),
    values: withoutSecrets(values),
  };
}

/** The answer to a form with bad fields: which, why, and what was typed, so that nothing is lost but secrets. */
export function refusedFields(
  error: z.ZodError,
  values: Record<string, string>,
): Extract<ActionResult<never>, { ok: false }> {
  return {
    ok: false,
    code: "invalid_input",
    message: "Check the marked fields.",
    fields: z.flattenError(error).fieldErrors,
    values: withoutSecrets(values),
  };
}

/** What was typed, without what must not travel back. */
function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)));
}
