import { useTranslations } from "next-intl";
import { MonthBars } from "#components/charts/month-bars.tsx";
import { formatMonth } from "#lib/format/format-month.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { SourceMonth } from "#lib/sources/types.ts";

export type SourceMonthsProps = {
  /** Every month from the first with rows to the last; not empty */
  months: readonly SourceMonth[];
  locale: string;
};

/** When the rows of one source happened. */
export function SourceMonths({ months, locale }: SourceMonthsProps) {
  const t = useTranslations("sources");
  const first = formatMonth(months.at(0)?.month ?? "", locale);
  const last = formatMonth(months.at(-1)?.month ?? "", locale);
  const most = formatNumber(Math.max(...months.map(({ rows }) => rows)), locale);
  return (
    <>
      <MonthBars
        bars={months.map(({ month, rows }) => ({ key: month, count: rows }))}
        label={t("monthsLabel", { first, last, most })}
        {...{ first, last, most }}
      />
      <table className="sr-only">
        <thead>
          <tr>
            <th scope="col">{t("month")}</th>
            <th scope="col">{t("columnRows")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, rows }) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month, locale)}</th>
              <td>{formatNumber(rows, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
