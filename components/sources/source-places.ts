import { recordsHref } from "#components/records/record-places.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import type { SourceRowKind } from "#lib/sources/types.ts";

/** Where the rows of a source are listed; null for those this member may not see. */
export function rowsHref(slug: string, sourceId: string, permissions: ReadonlySet<string>) {
  return (kind: SourceRowKind): string | null => {
    const { permission, path } = listOf(slug, kind);
    const separator = path.includes("?") ? "&" : "?";
    return permissions.has(permission) ? `${path}${separator}source=${sourceId}` : null;
  };
}

/** Customers and orders belong to a source through the imports that brought them. */
function listOf(slug: string, kind: SourceRowKind): { permission: string; path: string } {
  if (kind === "signals") return { permission: "signal:read", path: `/w/${slug}/listening` };
  if (kind === "customers" || kind === "orders")
    return { permission: "import:read", path: `/w/${slug}/data/imports?kind=${kind}` };
  return { permission: RECORDS[kind].permission, path: recordsHref(slug, kind) };
}
