import type { z } from "zod";

/** What is wrong with a field in plain words, where its schema has none of its own. */
export function plainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "This field is missing."
        : `Not of the kind that stands here: ${KINDS[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "This must not be empty."
        : `At least ${issue.minimum}.`;
    case "too_big":
      return `At most ${issue.maximum}${UNITS[issue.origin] ?? ""}.`;
    case "invalid_value":
      return `One of: ${issue.values.map(String).join(", ")}.`;
    case "unrecognized_keys":
      return `No field is called ${issue.keys.map((key) => `"${key.slice(0, 100)}"`).join(", ")}.`;
    case "invalid_format":
      return "Not written as the document says.";
    default:
      return undefined;
  }
}

const UNITS: Readonly<Record<string, string>> = { string: " characters", array: " items" };

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};
