import { Download } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { ColumnChoice } from "#components/ui/column-choice.tsx";
import { FilterAmount } from "#components/ui/filter-amount.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import type { MovedTiers } from "#lib/clv-runs/index.ts";
import type { AttributeView } from "#lib/customers/attributes.ts";
import { PURPOSES } from "#lib/customers/consents.ts";
import { askForAttribute, type CustomerQuery, customersAddress } from "#lib/customers/filter.ts";
import { CUSTOMER_COLUMNS } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney, minorDigits } from "#lib/format/format-money.ts";
import type { UnknownValue } from "#lib/lists/types.ts";
import { SEGMENTS } from "#lib/value/types.ts";
import { AttributeFilters } from "./attribute-filters.tsx";
import { shownColumns } from "./shown-columns.ts";
import { ValueFilters } from "./value-filters.tsx";

export type CustomersFilterBarProps = {
  query: CustomerQuery;
  /** What the address says and nobody knows */
  unknown: readonly UnknownValue[];
  /** The list without a filter */
  href: string;
  /** What is found, in words */
  result: string;
  formats: { locale: string; currency: string };
  /** Only numbers are searched */
  isMasked: boolean;
  hasRevenue: boolean;
  mayExport: boolean;
  /** To filter by; none for those who may not read personal data */
  attributes: readonly AttributeView[];
  /** The attribute just chosen to filter by; "" for none */
  askedAttribute: string;
  /** Whether profit is known, so that there is a column of it */
  hasProfit: boolean;
  /** The tiers of a move between runs that is asked for; null where none is */
  movedTiers: MovedTiers | null;
  /** A <ViewsMenu> */
  views: ReactNode;
};

/** Search, filters, columns, and the file of what they find. */
export function CustomersFilterBar(props: CustomersFilterBarProps) {
  const { query, unknown, href, result, isMasked, mayExport, views } = props;
  const t = useTranslations("customers");
  const lists = useTranslations("lists");
  return (
    <FilterBar
      result={result}
      clear={{
        count: customersAddress.countFilters(query),
        href: href + customersAddress.write(customersAddress.withoutFilters(query)),
      }}
      unknown={unknown.map(({ field, value }) => ({
        text: lists("unknown", { what: t(`unknown.${UNKNOWN_WORD[field] ?? "filter"}`), value }),
        href: href + customersAddress.write(query),
      }))}
      start={views}
      search={
        <SearchField
          label={t(isMasked ? "searchNumber" : "search")}
          name="search"
          defaultValue={query.search}
          action={href}
          keep={kept(query, "search")}
          className="min-w-0 flex-1 basis-80 sm:max-w-88"
        />
      }
      end={
        <>
          <Columns {...props} />
          {mayExport && (
            <Link
              href={`${href}/export/purpose${customersAddress.write(query)}`}
              aria-label={t("csvLabel")}
              className={buttonStyle({ variant: "quiet" })}
            >
              <Download />
              {t("csv")}
            </Link>
          )}
        </>
      }
    >
      <Filters {...props} />
    </FilterBar>
  );
}

const UNKNOWN_WORD: Readonly<Record<string, "segment" | "day" | "amount" | undefined>> = {
  segment: "segment",
  lastOrderFrom: "day",
  lastOrderTo: "day",
  revenueAtLeast: "amount",
};

function Filters(props: CustomersFilterBarProps) {
  const { query, href, formats, hasRevenue, isMasked } = props;
  const t = useTranslations("customers");
  const names = useTranslations("value");
  const { locale, currency } = formats;
  return (
    <>
      <FilterChoices
        label={t("segment")}
        name="segment"
        options={SEGMENTS.map((value) => ({ value, label: names(`segments.${value}`) }))}
        selected={query.segments}
        action={href}
        keep={kept(query, "segments")}
      />
      <ValueFilters
        query={query}
        action={href}
        keep={(field) => kept(query, field)}
        locale={locale}
        movedTiers={props.movedTiers}
      />
      <FilterDays
        label={t("lastOrder")}
        fromName="lastOrderFrom"
        toName="lastOrderTo"
        span={query.lastOrder}
        format={(day) => formatDay(day, locale)}
        action={href}
        keep={kept(query, "lastOrder")}
      />
      {hasRevenue && (
        <FilterAmount
          label={t("revenue")}
          name="revenueAtLeast"
          unit={currency}
          amount={query.revenueAtLeast}
          format={(amount) => formatMoney(amount * 10 ** minorDigits(currency), currency, locale)}
          action={href}
          keep={kept(query, "revenueAtLeast")}
        />
      )}
      {!isMasked && <PersonalFilters {...props} />}
    </>
  );
}

/** By what is personal data: only for those who may read it. */
function PersonalFilters(props: CustomersFilterBarProps) {
  const { query, href, formats, attributes, askedAttribute } = props;
  const t = useTranslations("customers");
  const without = (name: string) => ({
    ...query,
    attributes: query.attributes.filter((each) => each.name !== name),
  });
  return (
    <>
      <FilterChoices
        label={t("mayUseFor")}
        name="mayUseFor"
        options={PURPOSES.map((value) => ({ value, label: t(`purposes.${value}`) }))}
        selected={query.mayUseFor}
        action={href}
        keep={kept(query, "mayUseFor")}
      />
      <AttributeFilters
        attributes={attributes}
        filters={query.attributes}
        asked={askedAttribute}
        action={href}
        keep={(name) => customersAddress.keep(without(name))}
        hrefs={{
          ask: (name) => href + askForAttribute(query, name),
          remove: (name) => href + customersAddress.write(without(name)),
        }}
        locale={formats.locale}
      />
    </>
  );
}

function Columns({ query, href, hasRevenue, hasProfit }: CustomersFilterBarProps) {
  const t = useTranslations("customers");
  const columns = shownColumns(CUSTOMER_COLUMNS, { hasRevenue, hasProfit });
  return (
    <ColumnChoice
      options={columns.map((value) => ({ value, label: t(value) }))}
      selected={query.columns}
      action={href}
      keep={kept(query, "columns")}
    />
  );
}

/** What the form of one field takes along of the others. */
function kept(query: CustomerQuery, field: keyof CustomerQuery) {
  return customersAddress.keep(query, { [field]: customersAddress.usual[field] });
}
