import type { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { jsonPointer } from "#lib/format/json-pointer.ts";
import { plainIssue } from "#lib/format/plain-issue.ts";

const MOST_TOLD = 5;

/**
 * What a message says, by a schema.
 *
 * @throws DomainError `invalid_input` with the first five places that are wrong
 */
export function parseMessage<S extends z.ZodType>(schema: S, message: unknown): z.output<S> {
  const parsed = schema.safeParse(message, { error: plainIssue });
  if (parsed.success) return parsed.data;
  throw wrongMessage(parsed.error.issues);
}

/** The refusal of a message, with the first five places that are wrong. */
export function wrongMessage(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): DomainError {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of issues.slice(0, MOST_TOLD)) {
    const place = jsonPointer(path);
    fields[place] = [...(fields[place] ?? []), message];
  }
  return new DomainError("invalid_input", "The message holds what cannot be read.", { fields });
}
