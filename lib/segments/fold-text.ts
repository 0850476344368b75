/** Letters that are no other letter with an accent, and the one that each is searched as. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { ı: "i", ø: "o", ł: "l", đ: "d" };

/** A text as it is searched, whatever its case, accents and punctuation: what search_text() of the database makes of it. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[ıøłđ]/g, (letter) => LOOKS_LIKE[letter] ?? letter)
    .replaceAll(/['’`.]/g, "")
    .replaceAll(/[\s,;:/()&+_|"–-]+/g, " ")
    .trim();
}

/** Whether a text holds another, as both are searched; of punctuation alone nothing is left then, and it is looked for as it stands. */
export function holdsText(held: string, sought: string): boolean {
  const folded = foldText(sought);
  return folded === "" ? held.includes(sought.trim()) : foldText(held).includes(folded);
}
