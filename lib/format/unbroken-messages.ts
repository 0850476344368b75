import { NO_BREAK_SPACE } from "./no-value.ts";

/**
 * The same words with "n = {count}" as one piece that no line breaks in two, and so "n {count}" and "95 %".
 *
 * @param messages plain words by key, nested at will
 */
export function unbrokenMessages<T extends object>(messages: T): T {
  return JSON.parse(
    JSON.stringify(messages).replace(/\bn (= )?\{|\d %/g, (text) =>
      text.replaceAll(" ", NO_BREAK_SPACE),
    ),
  );
}
