import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { DateRangePicker } from "#components/ui/date-range-picker.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { auditQuery, countFilters } from "#lib/audit/filter.ts";
import {
  AUDIT_GROUPS,
  AUDIT_OBJECT_TYPES,
  type AuditFilter,
  type AuditPerson,
} from "#lib/audit/types.ts";

export type AuditFilterBarProps = {
  filter: AuditFilter;
  people: readonly AuditPerson[];
  /** The list without a filter */
  href: string;
  today: string;
};

/** Period, who, what and about what, all in the address, and the file of what they find. */
export function AuditFilterBar({ filter, people, href, today }: AuditFilterBarProps) {
  const t = useTranslations("audit");
  const count = countFilters(filter);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Period filter={filter} href={href} today={today} />
      <WhoFilter filter={filter} people={people} href={href} />
      <GroupFilter filter={filter} href={href} />
      <ObjectFilter filter={filter} href={href} />
      {count > 0 && (
        <ButtonLink href={href} variant="quiet">
          {t("clear", { count })}
        </ButtonLink>
      )}
      <a
        href={`${href}/export${auditQuery(filter)}`}
        download
        aria-label={t("csvLabel")}
        className={buttonStyle({ variant: "quiet", className: "ms-auto" })}
      >
        <Download />
        {t("csv")}
      </a>
    </div>
  );
}

type PartProps = Pick<AuditFilterBarProps, "filter" | "href">;

function Period({ filter, href, today }: PartProps & { today: string }) {
  const t = useTranslations("audit");
  const { fromOn, toOn } = filter;
  const kept = new URLSearchParams(auditQuery({ ...filter, fromOn: null, toOn: null }));
  const range = fromOn || toOn ? { start: fromOn ?? toOn ?? "", end: toOn ?? today } : null;
  return (
    <form action={href} className="flex items-end gap-2 max-sm:w-full max-sm:flex-wrap">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DateRangePicker
        // A new address is a new period: the field shows what the list shows.
        key={`${fromOn} ${toOn}`}
        label={t("period")}
        startName="from"
        endName="to"
        today={today}
        max={today}
        defaultValue={range}
        className="min-w-64"
      />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

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
