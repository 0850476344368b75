import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { ROLES } from "#lib/auth/permissions.ts";
import { memberQuery } from "#lib/members/filter.ts";
import type { DepartmentRef, MemberFilter } from "#lib/members/types.ts";

export type MembersFilterBarProps = {
  filter: MemberFilter;
  /** The list without a filter */
  href: string;
  departments: readonly DepartmentRef[];
  /** The list as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** Text, role and department; all of it in the address. */
export function MembersFilterBar(props: MembersFilterBarProps) {
  const { filter, href, departments, exportHref } = props;
  const t = useTranslations("people");
  const to = (part: Partial<MemberFilter>) => href + memberQuery({ ...filter, ...part });
  const roles = ROLES.map((role) => ({
    value: role,
    label: t(`roles.${role}`),
    href: to({ role }),
  }));
  const places = departments.map(({ id, name }) => ({
    value: id,
    label: name,
    href: to({ departmentId: id }),
  }));
  const kept = new URLSearchParams(memberQuery({ ...filter, search: "" }));
  return (
    <div className="relative flex flex-wrap items-center gap-2">
      <SearchField
        label={t("search")}
        name="search"
        defaultValue={filter.search}
        action={href}
        keep={[...kept]}
        className="min-w-0 flex-1 basis-64 sm:max-w-80"
      />
      <FilterSelect
        label={t("role")}
        value={filter.role ?? "all"}
        options={[{ value: "all", label: t("allRoles"), href: to({ role: null }) }, ...roles]}
      />
      <FilterSelect
        label={t("department")}
        value={filter.departmentId ?? "all"}
        options={[
          { value: "all", label: t("allDepartments"), href: to({ departmentId: null }) },
          ...places,
        ]}
      />
      {exportHref && (
        <div className="ms-auto">
          <ExportMenu href={exportHref + memberQuery(filter)} />
        </div>
      )}
    </div>
  );
}
