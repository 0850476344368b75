import { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { Rule } from "./schema.ts";

const Asked = z.strictObject({ rule: Rule });
const LONGEST = 100_000;

/** The rule that the builder asks about. @throws DomainError `invalid_input`, `too_large` */
export async function askedRule(request: Request): Promise<z.output<typeof Asked>> {
  const text = await request.text();
  if (text.length > LONGEST) throw new DomainError("too_large", "The rule is too long.");
  const parsed = Asked.safeParse(jsonIn(text));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new DomainError("invalid_input", first?.message ?? "This is no rule.");
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("invalid_input", "The body is not JSON.");
  }
}
