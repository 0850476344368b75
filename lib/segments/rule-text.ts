import * as z from "zod";
import { Rule } from "./schema.ts";
import type { RulePath } from "./types.ts";

const LONGEST = 100_000;
const NOT_JSON = 'This is not JSON. A rule looks like { "all": [ … ] }.';
const MOST_FAULTS = 8;

/** A rule as a form sends it: JSON in a text. What is wrong with it is told in words, with its place: "Condition 2: Give a value." */
export const RuleText = z
  .string()
  .trim()
  .min(1, "A rule needs a condition.")
  .max(LONGEST, "The rule is too long.")
  .transform((text, context): Rule => {
    const faults = ruleFaults(text);
    if ("rule" in faults) return faults.rule;
    for (const message of faults.messages)
      context.issues.push({ code: "custom", message, input: text });
    return z.NEVER;
  });

/** A fault of a rule, and the condition or group that has it. */
export type RuleFault = { readonly path: RulePath; readonly message: string };

/** A rule read from JSON, or what is wrong with it. */
export function readRule(json: unknown): { rule: Rule } | { faults: readonly RuleFault[] } {
  const parsed = Rule.safeParse(json);
  if (parsed.success) return { rule: parsed.data };
  return {
    faults: parsed.error.issues.map(({ path, message }) => ({
      path: path.map((step) => (typeof step === "number" ? step : String(step))),
      message,
    })),
  };
}

function ruleFaults(text: string): { rule: Rule } | { messages: readonly string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { messages: [NOT_JSON] };
  }
  const read = readRule(json);
  if ("rule" in read) return read;
  const messages = read.faults.map(({ path, message }) => `${placeWords(path)}${message}`);
  return { messages: [...new Set(messages)].slice(0, MOST_FAULTS) };
}

/** ["all", 1, "any", 0, "value"] is "Part 2.1, value: ". */
function placeWords(path: RulePath): string {
  const places = path.filter((step) => typeof step === "number").map((place) => place + 1);
  if (places.length === 0) return "";
  const last = path.at(-1);
  const field = last === "field" || last === "op" || last === "value" ? `, ${last}` : "";
  return `Part ${places.join(".")}${field}: `;
}
