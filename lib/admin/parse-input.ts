import type { z } from "zod";
import { type OptionValues, UsageError } from "./types.ts";

/**
 * Options as typed become a command's input: `owner-email` is read as `ownerEmail`.
 *
 * @throws UsageError with one sentence per option that is wrong
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  values: OptionValues,
): z.output<Schema> {
  const named = Object.entries(values).map(([name, value]) => [camelCase(name), value]);
  const parsed = schema.safeParse(Object.fromEntries(named));
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(
    (issue) => `--${kebabCase(String(issue.path[0]))}: ${issue.message}`,
  );
  throw new UsageError([...new Set(sentences)].join("\n"));
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
