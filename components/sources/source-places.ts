import { recordsHref } from "#components/records/record-places.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import type { SourceRowKind } from "#lib/sources/types.ts";

/** Where the rows of a source are listed; null for those this member may not see. */
export function rowsHref(slug: string, sourceId: string, permissions: ReadonlySet<string>) {
  return (kind: SourceRowKind): string | null => {
    if (kind === "signals")
      return permissions.has("signal:read") ? `/w/${slug}/listening?source=${sourceId}` : null;
    // Customers and orders belong to a source through the imports that brought them.
    if (kind === "customers" || kind === "orders")
      return permissions.has("import:read")
        ? `/w/${slug}/data/imports?kind=${kind}&source=${sourceId}`
        : null;
    return permissions.has(RECORDS[kind].permission)
      ? `${recordsHref(slug, kind)}?source=${sourceId}`
      : null;
  };
}
