import { choicesField, idsField, listAddress } from "#lib/lists/index.ts";
import type { QueryOf } from "#lib/lists/types.ts";
import { IMPORT_KINDS, IMPORT_STATUSES } from "./types.ts";

export const importsAddress = listAddress({
  kinds: choicesField("kind", IMPORT_KINDS),
  statuses: choicesField("status", IMPORT_STATUSES),
  sources: idsField("source"),
});

/** What the list of imports can be asked for. */
export type ImportQuery = QueryOf<typeof importsAddress>;
