import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { useUnreadable } from "#components/ui/use-unreadable.ts";
import { auditQuery, countFilters } from "#lib/audit/filter.ts";
import {
  AUDIT_GROUPS,
  AUDIT_OBJECT_TYPES,
  type AuditFilter,
  type AuditPerson,
} from "#lib/audit/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import type { UnknownValue } from "#lib/lists/types.ts";

export type AuditFilterBarProps = {
  filter: AuditFilter;
  people: readonly AuditPerson[];
  /** What the address says and the log cannot be narrowed by */
  unknown: readonly UnknownValue[];
  /** The list without a filter */
  href: string;
  locale: string;
  /** Whether the list may be taken away */
  mayExport: boolean;
};

/** Period, who, what and about what, all in the address, and the file of what they find. */
export function AuditFilterBar(props: AuditFilterBarProps) {
  const { filter, people, href, locale, mayExport } = props;
  const t = useTranslations("audit");
  const count = countFilters(filter);
  return (
    <FilterBar
      result={t("narrowed", { count })}
      clear={{ count, href }}
      unknown={useUnreadable(props.unknown, href + auditQuery(filter))}
      end={mayExport && <ExportMenu href={`${href}/export${auditQuery(filter)}`} />}
    >
      <FilterDays
        label={t("period")}
        fromName="from"
        toName="to"
        span={{ from: filter.fromOn, to: filter.toOn }}
        format={(day) => formatDay(day, locale)}
        action={href}
        keep={[...new URLSearchParams(auditQuery({ ...filter, fromOn: null, toOn: null }))]}
      />
      <WhoFilter filter={filter} people={people} href={href} />
      <GroupFilter filter={filter} href={href} />
      <ObjectFilter filter={filter} href={href} />
    </FilterBar>
  );
}

type PartProps = Pick<AuditFilterBarProps, "filter" | "href">;

function WhoFilter({ filter, people, href }: PartProps & Pick<AuditFilterBarProps, "people">) {
  const t = useTranslations("audit");
  const to = (who: string | null) => href + auditQuery({ ...filter, who });
  const option = (value: string, label: string) => ({ value, label, href: to(value) });
  return (
    <FilterSelect
      label={t("who")}
      value={filter.who ?? "all"}
      options={[
        { value: "all", label: t("everybody"), href: to(null) },
        option("job", t("job")),
        option("operator", t("operator")),
        ...people.map(({ id, name, kind }) =>
          option(id, kind === "member" ? name : t("apiKeyNamed", { name })),
        ),
      ]}
    />
  );
}

function GroupFilter({ filter, href }: PartProps) {
  const t = useTranslations("audit");
  const to = (group: AuditFilter["group"]) => href + auditQuery({ ...filter, group });
  return (
    <FilterSelect
      label={t("filterGroup")}
      value={filter.group ?? "all"}
      options={[
        { value: "all", label: t("all"), href: to(null) },
        ...AUDIT_GROUPS.map((group) => ({
          value: group,
          label: t(`groups.${group}`),
          href: to(group),
        })),
      ]}
    />
  );
}

function ObjectFilter({ filter, href }: PartProps) {
  const t = useTranslations("audit");
  const to = (object: AuditFilter["object"]) =>
    href + auditQuery({ ...filter, object, objectId: null });
  const { object, objectId } = filter;
  const one =
    object && objectId
      ? [
          {
            value: objectId,
            label: t("oneThing", { object: t(`objects.${object}`) }),
            href: href + auditQuery(filter),
          },
        ]
      : [];
  return (
    <FilterSelect
      label={t("filterObject")}
      value={objectId ?? object ?? "all"}
      options={[
        { value: "all", label: t("anything"), href: to(null) },
        ...one,
        ...AUDIT_OBJECT_TYPES.map((type) => ({
          value: type,
          label: t(`objects.${type}`),
          href: to(type),
        })),
      ]}
    />
  );
}
