import { NO_BREAK_SPACE, WORD_JOINER } from "./no-value.ts";

const OWN_SPACE = /\s$/u;

/** The parts of a number as text: a true minus sign that no line parts from its currency, and a no-break space before a unit or a percent sign. */
export function numberText(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.reduce((text, part, at) => text + partText(part, text, parts[at + 1]?.type), "");
}

function partText(part: Intl.NumberFormatPart, before: string, next: string | undefined): string {
  // Lines may break between "−" and "€", though not between "−" and a digit.
  if (part.type === "minusSign") return next === "currency" ? `−${WORD_JOINER}` : "−";
  if (part.type !== "compact" && part.type !== "percentSign") return part.value;
  const space = before === "" || OWN_SPACE.test(before) ? "" : NO_BREAK_SPACE;
  return space + (part.value === "K" ? "k" : part.value);
}
