import { daysField, readListQuery, unreadValues } from "#lib/lists/index.ts";
import type { SearchParams, UnknownValue } from "#lib/lists/types.ts";
import {
  AUDIT_GROUPS,
  AUDIT_OBJECT_TYPES,
  type AuditFilter,
  type AuditObjectType,
} from "./types.ts";

const PERIOD = { days: daysField("from", "to") };
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const ALL_EVENTS: AuditFilter = {
  fromOn: null,
  toOn: null,
  who: null,
  group: null,
  object: null,
  objectId: null,
};

/** The filter an address asks for; what it does not know counts as not said. */
export function parseAuditFilter(params: SearchParams): AuditFilter {
  const object = AUDIT_OBJECT_TYPES.find((type) => type === params["object"]) ?? null;
  const { days } = readListQuery(PERIOD, params);
  return {
    fromOn: days.from,
    toOn: days.to,
    who: isKind(params["who"]) ? params["who"] : matching(params["who"], ID),
    group: AUDIT_GROUPS.find((group) => group === params["group"]) ?? null,
    object,
    objectId: object && matching(params["id"], ID),
  };
}

/** What an address says and the log cannot be narrowed by. */
export function unknownInAuditFilter(
  params: SearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  const read = auditFilters(parseAuditFilter(params));
  return unreadValues(["from", "to", "who", "group", "object", "id"], params, read, ofFile);
}

/** The query part of an address for a filter: "?group=member", or "". */
export function auditQuery(filter: AuditFilter, after?: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of namedParts(filter)) if (value) query.set(name, value);
  if (after) query.set("after", after);
  return query.size > 0 ? `?${query}` : "";
}

/** The query part for everything that has happened to one thing. */
export function historyQuery(object: AuditObjectType, objectId: string): string {
  return auditQuery({ ...ALL_EVENTS, object, objectId });
}

/** How many ways a filter narrows. */
export function countFilters(filter: AuditFilter): number {
  const { fromOn, toOn, who, group, object } = filter;
  return [fromOn ?? toOn, who, group, object].filter((part) => part !== null).length;
}

/** The filters in force, by their names in the address. */
export function auditFilters(filter: AuditFilter): (readonly [name: string, value: string])[] {
  return namedParts(filter).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function namedParts({ fromOn, toOn, who, group, object, objectId }: AuditFilter) {
  return [
    ["from", fromOn],
    ["to", toOn],
    ["who", who],
    ["group", group],
    ["object", object],
    ["id", objectId],
  ] as const;
}

function isKind(who: SearchParams[string]): who is "job" | "operator" {
  return who === "job" || who === "operator";
}

function matching(text: SearchParams[string], pattern: RegExp): string | null {
  return typeof text === "string" && pattern.test(text) ? text : null;
}
