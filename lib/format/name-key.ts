/** A name as it is kept: without outer and double spaces. */
export function tidyName(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ");
}

/** How a name is found: whatever its case and spaces. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase();
}
