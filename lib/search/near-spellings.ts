/** Shorter texts are one letter off too much. */
const LEAST_LETTERS = 4;
/** A longer text is looked for by its beginning. */
const LONGEST = 24;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const MOST_DIGITS = 10;

/**
 * The beginnings of names that a folded text may have meant, had its writer made one mistake: a letter left out, one too many, another
 * one, or two neighbours exchanged. Letters are those of the Latin alphabet.
 *
 * None for texts under 4 letters. Worked: "alma finck" has "alma finch" among them.
 */
export function nearSpellings(folded: string): string[] {
  const text = folded.slice(0, LONGEST);
  if (text.replaceAll(" ", "").length < LEAST_LETTERS) return [];
  const near = new Set(oneMistakeAway(text));
  near.delete(text);
  return [...near].filter((spelling) => spelling.trim() === spelling && spelling !== "");
}

/** Two words in the other order; null for any other number of them. */
export function swappedWords(folded: string): string | null {
  const words = folded.split(" ");
  return words.length === 2 ? words.toReversed().join(" ") : null;
}

function oneMistakeAway(text: string): string[] {
  return Array.from(text, (letter, at) => {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    const next = after.slice(0, 1);
    return [
      before + after,
      ...(next ? [before + next + letter + after.slice(1)] : []),
      ...LETTERS.flatMap((other) => [before + other + after, before + other + letter + after]),
    ];
  }).flat();
}

/**
 * The numbers that a text may have meant: without its spaces, without zeros in front, or with more of them, up to ten digits.
 *
 * Worked: "00 414" has "00414", "414" and "0414" among them.
 */
export function nearNumbers(text: string): string[] {
  const close = text.replaceAll(/\s/g, "");
  if (!/^\d{1,10}$/.test(close)) {
    const spellings = [close, close.toUpperCase(), close.toLowerCase()];
    return close === text || close === "" ? [] : [...new Set(spellings)];
  }
  const bare = close.replace(/^0+(?=\d)/, "");
  const padded = Array.from({ length: MOST_DIGITS - bare.length + 1 }, (_, zeros) =>
    bare.padStart(bare.length + zeros, "0"),
  );
  return [...new Set([close, ...padded])].filter((number) => number !== text);
}
