import { RECORDS } from "#lib/records/kinds.ts";
import { RECORD_KINDS, type RecordKind } from "#lib/records/types.ts";

/** The kinds of records that a member may see, in their order. */
export function seenKinds(permissions: ReadonlySet<string>): readonly RecordKind[] {
  return RECORD_KINDS.filter((kind) => permissions.has(RECORDS[kind].permission));
}

/** Where records of a kind are listed. */
export function recordsHref(slug: string, kind: RecordKind): string {
  return `/w/${slug}/data/records/${kind}`;
}

/** The page of one record; null for kinds whose list tells all. */
export function recordHref(slug: string, kind: RecordKind, id: string): string | null {
  return kind === "complaints" ? `/w/${slug}/data/complaints/${id}` : null;
}
