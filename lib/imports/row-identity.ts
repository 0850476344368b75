import { OrdinalCounter } from "./ordinal-counter.ts";

const MADE_HERE = "auto:";

/** Whether a number was made from its row, which had none. */
export function isMadeHere(name: string): boolean {
  return name.startsWith(MADE_HERE);
}

/** How many rows of equal facts had come with the one that was named so. */
export function ordinalOf(name: string): number {
  return Number(name.slice(name.lastIndexOf(":") + 1));
}

/**
 * Makes a function that names the rows of one file that have no number, in file order: `auto:<sha256 of the facts>:<ordinal>`.
 * Equal rows get ordinals 1, 2, …, so that the same file, or a longer export of it, gives the same names again.
 * `digest` gives the sha256 of a text in hexadecimal.
 */
export function createRowIdentifier(digest: (text: string) => string) {
  const ordinals = new OrdinalCounter();
  return (facts: readonly string[]): string => {
    // Identifiers hold no NUL, so that it parts the facts without doubt; only the last may hold anything.
    const hash = digest(facts.join("\0"));
    return `${MADE_HERE}${hash}:${ordinals.next(hash)}`;
  };
}
