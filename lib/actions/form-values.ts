import { z } from "zod";
import type { ActionResult } from "./result.ts";

/** Fields that are never sent back to the browser, not even to the form they came from. */
const SECRET = /password|secret|^code$|recovery/i;

/** What a form holds, as text by name; React's own fields left out. A name that stands several times keeps its last value. */
export function textValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  );
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
export function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)));
}
