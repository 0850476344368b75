import type { Parsed } from "./types.ts";

/** The spellings of each word of a closed list, parted by spaces and written as `wordKey` leaves them. */
export type Spellings<Word extends string> = Readonly<Record<Word, string>>;

/**
 * Makes a reader of a closed list of words, which people and programs spell in many ways. What it does not know it
 * refuses, naming the words.
 */
export function createWordReader<Word extends string>(spellings: Spellings<Word>) {
  const words = Object.keys(spellings) as Word[];
  const meanings = new Map<string, Word>();
  for (const word of words) {
    meanings.set(wordKey(word), word);
    for (const spelling of spellings[word].split(" ")) meanings.set(spelling, word);
  }
  const reason = `Not one of: ${words.join(", ")}.`;
  return (text: string): Parsed<Word> => {
    const value = meanings.get(wordKey(text));
    return value === undefined ? { reason } : { value };
  };
}

/** A word without what spelling adds: case, accents, spaces and signs. */
export function wordKey(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

const YES_OR_NO = createWordReader({
  yes: "y true 1 x t ja j wahr oui o vrai si verdadero sim vero waar",
  no: "n false 0 f nein falsch non faux falso nee onwaar",
});

/** Yes or no, in six languages. */
export function parseYesNo(text: string): Parsed<boolean> {
  const parsed = YES_OR_NO(text);
  return "value" in parsed ? { value: parsed.value === "yes" } : parsed;
}
