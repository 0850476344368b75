import { isRole } from "#lib/auth/permissions.ts";
import { unreadValues } from "#lib/lists/index.ts";
import type { SearchParams, UnknownValue } from "#lib/lists/types.ts";
import type { MemberFilter, MemberRow } from "./types.ts";

const LONGEST_SEARCH = 200;

/** The filter an address asks for; what it does not know counts as not said. */
export function parseMemberFilter(params: SearchParams): MemberFilter {
  const role = textOf(params["role"]);
  return {
    search: textOf(params["search"]).trim().slice(0, LONGEST_SEARCH),
    role: isRole(role) ? role : null,
    departmentId: textOf(params["department"]) || null,
  };
}

/** What an address says and the list cannot be narrowed by. */
export function unknownInMemberFilter(
  params: SearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  const read = memberFilters(parseMemberFilter(params));
  return unreadValues(["search", "role", "department"], params, read, ofFile);
}

/** Whether a filter leaves people out. */
export function isFiltered({ search, role, departmentId }: MemberFilter): boolean {
  return search !== "" || role !== null || departmentId !== null;
}

/** The query part of an address for a filter: "?role=auditor", or "". */
export function memberQuery({ search, role, departmentId }: MemberFilter): string {
  const query = new URLSearchParams();
  if (search) query.set("search", search);
  if (role) query.set("role", role);
  if (departmentId) query.set("department", departmentId);
  return query.size > 0 ? `?${query}` : "";
}

/** The filters in force, by their names in the address. */
export function memberFilters(filter: MemberFilter): (readonly [name: string, value: string])[] {
  return [...new URLSearchParams(memberQuery(filter))];
}

/** Whether a person is among those asked for; text is looked for in name and address, in any case. */
export function matchesFilter(
  member: Pick<MemberRow, "name" | "email" | "role" | "departments">,
  { search, role, departmentId }: MemberFilter,
): boolean {
  const text = `${member.name}\n${member.email}`.toLocaleLowerCase();
  return (
    text.includes(search.toLocaleLowerCase()) &&
    (role === null || member.role === role) &&
    (departmentId === null || member.departments.some(({ id }) => id === departmentId))
  );
}

function textOf(value: SearchParams[string]): string {
  return typeof value === "string" ? value : "";
}
