/** What turns the direction of writing also of the words after a name. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A name as it is kept: without outer and double spaces, and without what would turn the words after it round. */
export function tidyName(name: string): string {
  return name.replaceAll(TURNS, "").trim().replaceAll(/\s+/g, " ");
}

/** How a name is found: whatever its case and spaces. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase();
}
