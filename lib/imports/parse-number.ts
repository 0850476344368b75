import { splitNumber } from "./split-number.ts";
import type { DecimalSeparator, Parsed } from "./types.ts";

// "10 - Extremely likely", "4 (good)"
const LABELLED = /^([-−+]?\d+(?:[.,]\d+)?)(?:\s*[-–—:(]\s*\D.*)?$/s;
const SECONDS_IN = { second: 1, minute: 60, hour: 3600 };
const CLOCK = /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)(?:[.,]\d+)?$/;
const UNIT = /^(\d[\d.,]*)\s*(s|sec|secs|seconds?|m|min|mins|minutes?|h|hrs?|hours?)?$/i;
const LONGEST_SECONDS = 31 * 24 * 3600;

/** Reads a score: a number, also one with its label behind it, as in "10 - Extremely likely". */
export function parseScore(text: string, decimalSeparator?: DecimalSeparator): Parsed<number> {
  const [, number] = LABELLED.exec(text) ?? [];
  if (number === undefined) return { reason: "Not a number. Say what each text is worth." };
  return parseNumber(number, decimalSeparator);
}

/** Reads a number such as 4.5 or -2. */
export function parseNumber(text: string, decimalSeparator?: DecimalSeparator): Parsed<number> {
  const sign = /^[-−]/.test(text) ? -1 : 1;
  const split = splitNumber(text.replace(/^[-−+]/, ""), decimalSeparator);
  if (!split) return { reason: "Not a number." };
  if ("reason" in split) return split;
  const { whole, fraction } = split.value;
  if (whole === "" && fraction === "") return { reason: "Not a number." };
  return { value: sign * Number(`${whole || "0"}.${fraction || "0"}`) };
}

/** Reads a time span in whole seconds: "90", "1:30", "0:01:30", "1.5 min". */
export function parseDuration(text: string, decimalSeparator?: DecimalSeparator): Parsed<number> {
  const parsed = clockSeconds(text) ?? unitSeconds(text, decimalSeparator);
  if (parsed === null) return { reason: "Not a duration. Write 1:30 or 90 (seconds)." };
  if ("reason" in parsed) return parsed;
  if (parsed.value > LONGEST_SECONDS) return { reason: "Longer than a month." };
  return { value: Math.round(parsed.value) };
}

function clockSeconds(text: string): Parsed<number> | null {
  const [, first, second, third] = CLOCK.exec(text) ?? [];
  if (second === undefined || third === undefined) return null;
  return { value: Number(first ?? 0) * 3600 + Number(second) * 60 + Number(third) };
}

function unitSeconds(text: string, decimalSeparator?: DecimalSeparator): Parsed<number> | null {
  const [, number, unit = "s"] = UNIT.exec(text) ?? [];
  const split = number === undefined ? undefined : splitNumber(number, decimalSeparator);
  if (!split || "reason" in split) return split ?? null;
  const { whole, fraction } = split.value;
  return { value: Number(`${whole || "0"}.${fraction || "0"}`) * secondsIn(unit.toLowerCase()) };
}

function secondsIn(unit: string): number {
  if (unit.startsWith("h")) return SECONDS_IN.hour;
  return unit.startsWith("m") ? SECONDS_IN.minute : SECONDS_IN.second;
}
