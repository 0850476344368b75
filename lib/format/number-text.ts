import { NO_BREAK_SPACE } from "./no-value.ts";

const OWN_SPACE = /\s$/u;

/** The parts of a number as text: a true minus sign, and a no-break space before a unit or a percent sign. */
export function numberText(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.reduce((text, part) => text + partText(part, text), "");
}

function partText(part: Intl.NumberFormatPart, before: string): string {
  if (part.type === "minusSign") return "−";
  if (part.type !== "compact" && part.type !== "percentSign") return part.value;
  const space = before === "" || OWN_SPACE.test(before) ? "" : NO_BREAK_SPACE;
  return space + (part.value === "K" ? "k" : part.value);
}
