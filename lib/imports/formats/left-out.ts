import { normaliseHeader } from "../match-headers.ts";
import type { RowRule } from "../row-reader.ts";

/** Says of the text of a column why its row is none to read; null for a row like others. */
export type LeftOut = { header: string; why: (text: string) => string | null };

const VALUE_SHOWN = 200;

/** The rule for rows that an export marks as none of its kind; undefined when no column of the file says so. */
export function rowRule(
  marks: readonly LeftOut[],
  headers: readonly string[],
): RowRule | undefined {
  const names = headers.map(normaliseHeader);
  const held = marks.flatMap(({ header, why }) => {
    const at = names.indexOf(normaliseHeader(header));
    return at === -1 ? [] : [{ at, why }];
  });
  if (held.length === 0) return undefined;
  return (cells) => {
    if (cells.length !== headers.length) return null;
    for (const { at, why } of held) {
      const text = (cells[at] ?? "").trim();
      const reason = why(text);
      if (reason) return { column: headers[at] ?? "", value: text.slice(0, VALUE_SHOWN), reason };
    }
    return null;
  };
}

const NO = /^(?:false|0|no|falsch|nein|faux|non|falso|onwaar|nee)$/i;

const BROKEN_OFF = "Not finished: somebody broke this response off.";

/** Responses that somebody broke off. */
export const UNFINISHED: LeftOut = {
  header: "Finished",
  why: (text) => (NO.test(text) ? BROKEN_OFF : null),
};

/** The same where a column says of what kind a response is. */
export const PARTIAL: LeftOut = {
  header: "Response Type",
  why: (text) => (/^(?:partial|started)\b/i.test(text) ? BROKEN_OFF : null),
};
