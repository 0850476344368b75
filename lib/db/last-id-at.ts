const MS_DIGITS = 12;

/** The greatest id that `newId` could have made by an instant, in milliseconds since 1970: what was there then has no greater. */
export function lastIdAt(instantMs: number): string {
  const ms = Math.floor(instantMs).toString(16).padStart(MS_DIGITS, "0");
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7fff-bfff-ffffffffffff`;
}
