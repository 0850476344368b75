import { textWidth } from "./text-width.ts";

/** A text in at most `most` lines of `width` px; what does not fit ends in "…", and a long word is broken. */
export function wrapWords(text: string, width: number, most = 2): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((each) => pieces(each, width))) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutShort(lines.slice(most - 1).join(" "), width)];
}

/** A text on one line of `width` px, ended by "…" where it is longer. */
export function cutShort(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function pieces(word: string, width: number): string[] {
  if (textWidth(word) <= width) return [word];
  const letters = [...word];
  let taken = 1;
  while (taken < letters.length && textWidth(`${letters.slice(0, taken + 1).join("")}-`) <= width)
    taken += 1;
  const rest = letters.slice(taken).join("");
  if (rest === "") return [word];
  return [`${letters.slice(0, taken).join("")}-`, ...pieces(rest, width)];
}
