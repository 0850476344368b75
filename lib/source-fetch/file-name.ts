/** The name of the file that an address leads to: its last part, or its host where it has none. */
export function fileNameIn(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split("/").at(-1) ?? "";
  return decoded(last).trim() || `${hostname}.csv`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
