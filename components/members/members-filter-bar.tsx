import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { useUnreadable } from "#components/ui/use-unreadable.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import type { UnknownValue } from "#lib/lists/types.ts";
import { memberFilters, memberQuery } from "#lib/members/filter.ts";
import type { DepartmentRef, MemberFilter } from "#lib/members/types.ts";

export type MembersFilterBarProps = {
  filter: MemberFilter;
  /** What the address says and the list cannot be narrowed by */
  unknown: readonly UnknownValue[];
  /** The list without a filter */
  href: string;
  departments: readonly DepartmentRef[];
  /** The list as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** Text, role and department; all of it in the address. */
export function MembersFilterBar(props: MembersFilterBarProps) {
  const { filter, href, departments, exportHref } = props;
  const count = memberFilters(filter).length;
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
    <FilterBar
      search={
        <SearchField
          label={t("search")}
          name="search"
          defaultValue={filter.search}
          action={href}
          keep={[...kept]}
          className="min-w-0 flex-1 basis-64 sm:max-w-80"
        />
      }
      result={t("narrowed", { count })}
      clear={{ count, href }}
      unknown={useUnreadable(props.unknown, href + memberQuery(filter))}
      end={exportHref && <ExportMenu href={exportHref + memberQuery(filter)} />}
    >
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
    </FilterBar>
  );
}
