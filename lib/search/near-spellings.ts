/** Shorter texts are one letter off too much. */
const LEAST_LETTERS = 4;
const LONGEST = 40;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const MOST_DIGITS = 10;

/**
 * The beginnings of names that a folded text may have meant, had its writer made one mistake: a letter left out, one too many, another
 * one, or two neighbours exchanged; of two words also in the other order. Letters are those of the Latin alphabet.
 *
 * None for texts under 4 letters. Worked: "alma finck" has "alma finch" among them.
 */
export function nearSpellings(folded: string): string[] {
  const text = folded.slice(0, LONGEST);
  if (text.replaceAll(" ", "").length < LEAST_LETTERS) return [];
  const words = text.split(" ");
  const orders = words.length === 2 ? [text, words.toReversed().join(" ")] : [text];
  const near = new Set(orders.flatMap((order) => [order, ...oneMistakeAway(order)]));
  near.delete(text);
  return [...near].filter((spelling) => spelling.trim() === spelling && spelling !== "");
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
