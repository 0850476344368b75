import { isRole } from "#lib/auth/permissions.ts";
import type { MemberFilter, MemberRow } from "./types.ts";

const LONGEST_SEARCH = 200;

/** Query parameters as Next hands them over. */
type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The filter an address asks for; what it does not know counts as not said. */
export function parseMemberFilter(params: SearchParams): MemberFilter {
  const role = textOf(params["role"]);
  return {
    search: textOf(params["search"]).trim().slice(0, LONGEST_SEARCH),
    role: isRole(role) ? role : null,
    departmentId: textOf(params["department"]) || null,
  };
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

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
