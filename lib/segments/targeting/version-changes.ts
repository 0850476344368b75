import type { Changed } from "./types.ts";

/** What each version changed of `parts`, as from what to what; the latest version is first, and what the oldest changed it from is not known. */
export function versionChanges<Part extends string, Value>(
  parts: readonly Part[],
  versions: readonly Readonly<Record<Part, Value | null>>[],
): Changed<Part, Value>[][] {
  return versions.map((version, at) => {
    const before = versions[at + 1];
    return parts.flatMap((part) => {
      const [from, to] = [before?.[part] ?? null, version[part]];
      return from === to ? [] : [{ part, from, to }];
    });
  });
}
