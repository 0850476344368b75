import {
  countFilters,
  filterParams,
  listParams,
  readListQuery,
  unknownValues,
  usualQuery,
  withoutFilters,
  writeListQuery,
} from "./list-query.ts";
import type { ListAddress, ListFields } from "./types.ts";

/** A list's address by the fields that it has. */
export function listAddress<Fields extends ListFields>(fields: Fields): ListAddress<Fields> {
  return {
    usual: usualQuery(fields),
    read: (params) => readListQuery(fields, params),
    unknown: (params, ofFile) => unknownValues(fields, params, ofFile),
    write: (query, after) => writeListQuery(fields, query, after),
    countFilters: (query) => countFilters(fields, query),
    filters: (query) => filterParams(fields, query),
    withoutFilters: (query) => withoutFilters(fields, query),
    keep: (query, changed) => listParams(fields, { ...query, ...changed }),
  };
}
