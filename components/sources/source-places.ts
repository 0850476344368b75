import type { SourceRowKind } from "#lib/sources/types.ts";

/** Where the rows of a source are listed; only feedback has a page so far. */
export function rowsHref(slug: string, sourceId: string, permissions: ReadonlySet<string>) {
  return (kind: SourceRowKind): string | null =>
    kind === "signals" && permissions.has("signal:read")
      ? `/w/${slug}/listening?source=${sourceId}`
      : null;
}
