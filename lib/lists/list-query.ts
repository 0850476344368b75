import type { ListFields, ListQuery, SearchParams, UnknownValue } from "./types.ts";

/** What an address asks a list for. */
export function readListQuery<Fields extends ListFields>(
  fields: Fields,
  params: SearchParams | URLSearchParams,
): ListQuery<Fields> {
  const said = toParams(params);
  return mapFields(fields, (field) => field.read(said));
}

/** What the list is asked for when the address says nothing. */
export function usualQuery<Fields extends ListFields>(fields: Fields): ListQuery<Fields> {
  return mapFields(fields, (field) => field.usual);
}

/** The query part of an address, with the usual left out: "?segment=at_risk", or "". `after` is the key of a page. */
export function writeListQuery<Fields extends ListFields>(
  fields: Fields,
  query: ListQuery<Fields>,
  after?: string | null,
): string {
  const params = new URLSearchParams(
    listParams(fields, query).map(([name, value]) => [name, value]),
  );
  if (after) params.set("after", after);
  return params.size > 0 ? `?${params}` : "";
}

/** The parameters of an address one by one, as a form keeps them in hidden fields. */
export function listParams<Fields extends ListFields>(
  fields: Fields,
  query: ListQuery<Fields>,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(fields).flatMap(([name, field]) => [...field.write(query[name])]);
}

/** The parameters of an address that leave rows out, one by one. */
export function filterParams<Fields extends ListFields>(
  fields: Fields,
  query: ListQuery<Fields>,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.isFilter ? [...field.write(query[name])] : [],
  );
}

/** How many filters leave rows out. */
export function countFilters<Fields extends ListFields>(
  fields: Fields,
  query: ListQuery<Fields>,
): number {
  return Object.entries(fields).filter(
    ([name, field]) => field.isFilter && field.write(query[name]).length > 0,
  ).length;
}

/** The same query without its filters; its order and its columns stay. */
export function withoutFilters<Fields extends ListFields>(
  fields: Fields,
  query: ListQuery<Fields>,
): ListQuery<Fields> {
  const usual = Object.entries(fields).flatMap(([name, field]) =>
    field.isFilter ? [[name, field.usual]] : [],
  );
  return { ...query, ...Object.fromEntries(usual) };
}

/**
 * What an address says and no field knows what to do with. Of a file, which knows no parameters but those and its own, also
 * what is said under other names: a misspelled filter must not let everything out.
 */
export function unknownValues(
  fields: ListFields,
  params: SearchParams | URLSearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  const said = toParams(params);
  const all = Object.values(fields);
  const isOwn = (name: string) => all.some((field) => field.has(name));
  return [
    ...all.flatMap((field) => [...field.unknown(said)]),
    ...(ofFile ? unknownNames(said, (name) => ofFile.includes(name) || isOwn(name)) : []),
  ];
}

/** What an address says under these names beyond what was `read` of it; of a file also what it says under others. */
export function unreadValues(
  names: readonly string[],
  params: SearchParams | URLSearchParams,
  read: readonly (readonly [name: string, value: string])[],
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  const said = toParams(params);
  const isRead = (name: string, value: string) =>
    read.some((each) => each[0] === name && each[1] === value);
  const unread = names.flatMap((field) =>
    said
      .getAll(field)
      .map((text) => text.trim())
      .filter((value) => value !== "" && !isRead(field, value))
      .map((value) => ({ field, value: value.slice(0, 200) })),
  );
  if (!ofFile) return unread;
  return [...unread, ...unknownNames(said, (name) => [...ofFile, ...names].includes(name))];
}

function unknownNames(
  params: URLSearchParams,
  isKnown: (name: string) => boolean,
): readonly UnknownValue[] {
  return [...params]
    .filter(([name]) => !isKnown(name))
    .map(([name, value]) => ({
      ...{ field: name.slice(0, 200), value: value.slice(0, 200) },
      reason: "No parameter of this list.",
    }));
}

/** The parameters of an address, as Next hands them over or as they are. */
export function toParams(params: SearchParams | URLSearchParams): URLSearchParams {
  if (params instanceof URLSearchParams) return params;
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, said]) =>
      [said ?? []].flat().map((value) => [name, value]),
    ),
  );
}

/** The parameters of an address as Next hands them over: several of one name as a list. */
export function searchParams(params: URLSearchParams): SearchParams {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const [first = "", ...more] = params.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

function mapFields<Fields extends ListFields>(
  fields: Fields,
  readField: (field: Fields[string]) => unknown,
): ListQuery<Fields> {
  const entries = Object.entries(fields).map(([name, field]) => [
    name,
    readField(field as Fields[string]),
  ]);
  // Object.fromEntries forgets which name has which value; each stands under the name of its field.
  return Object.fromEntries(entries) as ListQuery<Fields>;
}
