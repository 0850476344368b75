import { normaliseHeader } from "../match-headers.ts";
import type { CellRule } from "../row-reader.ts";

/** How a text of a column is written that an export writes in several ways. */
export type Tidied = { header: string; tidy: (text: string) => string };

/** The cells of a row, those of these columns tidied; undefined when the file has none of them. */
export function cellRule(
  marks: readonly Tidied[],
  headers: readonly string[],
): CellRule | undefined {
  const names = headers.map(normaliseHeader);
  const held = marks.flatMap(({ header, tidy }) => {
    const at = names.indexOf(normaliseHeader(header));
    return at === -1 ? [] : [{ at, tidy }];
  });
  if (held.length === 0) return undefined;
  return (cells) => {
    const tidied = [...cells];
    for (const { at, tidy } of held) if (at < cells.length) tidied[at] = tidy(cells[at] ?? "");
    return tidied;
  };
}
