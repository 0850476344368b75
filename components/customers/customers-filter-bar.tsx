import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { customerQuery } from "#lib/customers/filter.ts";
import type { CustomerFilter } from "#lib/customers/types.ts";
import { SEGMENTS } from "#lib/value/types.ts";

export type CustomersFilterBarProps = {
  filter: CustomerFilter;
  /** The list without a filter */
  href: string;
  /** Only numbers are searched */
  isMasked: boolean;
  mayExport: boolean;
};

/** Search, segment and the file of what they find. */
export function CustomersFilterBar({ filter, href, isMasked, mayExport }: CustomersFilterBarProps) {
  const t = useTranslations("customers");
  const names = useTranslations("value");
  const to = (segment: string | null) => href + customerQuery({ ...filter, segment });
  const options = SEGMENTS.map((segment) => ({
    value: segment,
    label: names(`segments.${segment}`),
    href: to(segment),
  }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        // A new address is a new search: the field shows what the list shows.
        key={filter.search}
        label={t(isMasked ? "searchNumber" : "search")}
        name="search"
        defaultValue={filter.search}
        action={href}
        keep={kept(filter)}
        className="min-w-0 flex-1 basis-64 sm:max-w-80"
      />
      <FilterSelect
        label={t("segment")}
        value={filter.segment ?? "all"}
        options={[{ value: "all", label: t("allSegments"), href: to(null) }, ...options]}
      />
      {mayExport && (
        <a
          href={`${href}/export${customerQuery(filter)}`}
          download
          aria-label={t("csvLabel")}
          className={buttonStyle({ variant: "quiet", className: "ms-auto" })}
        >
          <Download />
          {t("csv")}
        </a>
      )}
    </div>
  );
}

function kept({ segment, sort }: CustomerFilter): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(customerQuery({ search: "", segment, sort })));
}
