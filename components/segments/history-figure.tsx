import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type HistoryFigureProps = {
  /** The oldest first */
  history: readonly { day: string; customers: number }[];
  locale: string;
};

/** How many customers a segment had, day by day. */
export function HistoryFigure({ history, locale }: HistoryFigureProps) {
  const t = useTranslations("segmentation.history");
  const [first, last] = [history.at(0), history.at(-1)];
  if (!first || !last || first === last) return null;
  return (
    <Figure
      title={t("finding", {
        change: changeWord(last.customers - first.customers),
        from: formatNumber(first.customers, locale),
        to: formatNumber(last.customers, locale),
        day: formatDay(first.day, locale),
      })}
      caption={t("caption", { count: history.length })}
      exportHref={null}
      table={{
        label: t("table"),
        content: (
          <DataRows
            head={[t("day"), t("customers")]}
            rows={history.map(({ day, customers }) => ({
              key: day,
              cells: [formatDay(day, locale), formatNumber(customers, locale)],
            }))}
          />
        ),
      }}
    >
      <Sparkline
        label={t("table")}
        values={history.map(({ customers }) => customers)}
        width={320}
      />
    </Figure>
  );
}

function changeWord(change: number): "grew" | "shrank" | "same" {
  if (change === 0) return "same";
  return change > 0 ? "grew" : "shrank";
}
