import { useTranslations } from "next-intl";
import { AreaBandChart } from "#components/charts/area-band-chart.tsx";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { withOrdersBy } from "#lib/value/customers-behind.ts";
import type { ValueQuery } from "#lib/value/filter.ts";
import type { Measure, TrendMonth, ValueTrend } from "#lib/value/types.ts";
import { CountLink } from "./count-link.tsx";
import { MeasureLinks } from "./measure-links.tsx";
import { ValueDefinition } from "./value-definition.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type TrendFigureProps = {
  trend: ValueTrend;
  query: ValueQuery;
  formats: ValueFormats;
  /** The page without a query */
  href: string;
  exportHref: string;
  /** The customers list of the workspace */
  customersHref: string;
};

/** What a customer had brought by each month's end, with its interval, and whether that has changed. */
export function TrendFigure({
  trend,
  query,
  formats,
  href,
  exportHref,
  customersHref,
}: TrendFigureProps) {
  const t = useTranslations("value");
  const hasProfit = trend.months.some((month) => month.profitPerCustomerMinor !== null);
  const measure = hasProfit ? query.measure : "revenue";
  const count = trend.months.length;
  const parts = { months: trend.months, measure, formats };
  return (
    <Figure
      title={<TrendFinding {...parts} />}
      caption={t(`trendCaption.${measure}`, { count, months: formats.number(count) })}
      exportHref={exportHref}
      table={{
        label: t(`trendTable.${measure}`),
        content: <TrendRows {...parts} asOfOn={trend.value.asOfOn} customersHref={customersHref} />,
      }}
    >
      {hasProfit && (
        <div className="mb-4">
          <MeasureLinks query={query} href={href} />
        </div>
      )}
      <TrendDrawing {...parts} />
      <p className="mt-4 text-2xs text-muted">{t("trendNote")}</p>
      <ValueDefinition basis={trend.value} measure={measure} formats={formats} className="mt-1" />
    </Figure>
  );
}

type PartProps = { months: readonly TrendMonth[]; measure: Measure; formats: ValueFormats };

function TrendFinding({ months, measure, formats }: PartProps) {
  const t = useTranslations("value");
  const [before, now] = [months.at(-2), months.at(-1)];
  if (!now) return null;
  const { mean, change } = meansOf(now, measure);
  return t(`trendFinding.${measure}`, {
    change,
    now: formats.money(mean),
    month: formats.month(now.monthEndOn),
    before: formats.money(before ? meansOf(before, measure).mean : null),
    monthBefore: before ? formats.month(before.monthEndOn) : "",
  });
}

function TrendDrawing({ months, measure, formats }: PartProps) {
  const t = useTranslations("value");
  const means = months.map((month) => meansOf(month, measure));
  return (
    <AreaBandChart
      label={t(`trendTable.${measure}`)}
      categories={months.map(({ monthEndOn }) => formats.month(monthEndOn))}
      median={means.map(({ mean }) => mean)}
      middleName={t("mean")}
      bands={[
        {
          key: "95",
          name: t("interval95"),
          low: means.map(({ interval }) => interval?.[0] ?? null),
          high: means.map(({ interval }) => interval?.[1] ?? null),
        },
      ]}
      format={{ locale: formats.locale, currency: formats.currency }}
    />
  );
}

type TrendRowsProps = PartProps & { asOfOn: string; customersHref: string };

/** After the day that value counts back from, the list does not know who has ordered. */
function TrendRows({ months, measure, formats, asOfOn, customersHref }: TrendRowsProps) {
  const t = useTranslations("value");
  return (
    <DataRows
      head={[
        t("monthEnd"),
        t("customers"),
        t("orders"),
        t("revenue"),
        t(`${measure}Each`),
        t("interval95"),
        t("againstBefore"),
      ]}
      rows={months.toReversed().map((month) => {
        const { mean, interval, change } = meansOf(month, measure);
        return {
          key: month.monthEndOn,
          cells: [
            formats.day(month.monthEndOn),
            <CountLink
              key="customers"
              href={
                month.monthEndOn <= asOfOn ? customersHref + withOrdersBy(month.monthEndOn) : null
              }
              of={formats.day(month.monthEndOn)}
            >
              {formats.number(month.customers)}
            </CountLink>,
            formats.number(month.orderCount),
            formats.exactMoney(month.revenueMinor),
            formats.exactMoney(mean),
            formats.interval(interval),
            t(`changes.${change}`),
          ],
        };
      })}
    />
  );
}

function meansOf(month: TrendMonth, measure: Measure) {
  return measure === "profit"
    ? {
        mean: month.profitPerCustomerMinor,
        interval: month.profitPerCustomerInterval,
        change: month.profitChange,
      }
    : {
        mean: month.revenuePerCustomerMinor,
        interval: month.revenuePerCustomerInterval,
        change: month.revenueChange,
      };
}
