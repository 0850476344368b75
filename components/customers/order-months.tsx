import { useTranslations } from "next-intl";
import { MonthBars } from "#components/charts/month-bars.tsx";
import type { OrderMonth } from "#lib/customers/types.ts";
import { formatMonth } from "#lib/format/format-month.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type OrderMonthsProps = {
  /** Every month from the first order to the last; not empty */
  months: readonly OrderMonth[];
  locale: string;
};

/** When one customer ordered. A plain fact, no statistics of one. */
export function OrderMonths({ months, locale }: OrderMonthsProps) {
  const t = useTranslations("customers");
  const first = formatMonth(months.at(0)?.month ?? "", locale);
  const last = formatMonth(months.at(-1)?.month ?? "", locale);
  const most = Math.max(...months.map(({ orders }) => orders));
  return (
    <>
      <MonthBars
        bars={months.map(({ month, orders }) => ({ key: month, count: orders }))}
        label={t("monthsLabel", { first, last, most })}
        first={first}
        last={last}
        most={formatNumber(most, locale)}
      />
      <MonthRows months={months} locale={locale} />
    </>
  );
}

/** The drawing's numbers, for those who do not see it. */
function MonthRows({ months, locale }: OrderMonthsProps) {
  const t = useTranslations("customers");
  return (
    <table className="sr-only">
      <thead>
        <tr>
          <th scope="col">{t("month")}</th>
          <th scope="col">{t("orders")}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, orders }) => (
          <tr key={month}>
            <th scope="row">{formatMonth(month, locale)}</th>
            <td>{formatNumber(orders, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
