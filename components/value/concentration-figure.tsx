import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Figure } from "#components/charts/figure.tsx";
import { WhaleCurve } from "#components/charts/whale-curve.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Td, Th } from "#components/ui/table.tsx";
import { concentrationFinding } from "#lib/value/concentration.ts";
import { best } from "#lib/value/customers-behind.ts";
import type { ConcentrationPoint, ValueOverview } from "#lib/value/types.ts";
import { CountLink } from "./count-link.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type ConcentrationFigureProps = {
  value: ValueOverview;
  formats: ValueFormats;
  exportHref: string;
  /** The customers list of the workspace */
  customersHref: string;
  /** <MeasureLinks>; none until the margin is set */
  measures: ReactNode;
};

/** How much of revenue hangs on the best customers. Shown where there is revenue. */
export function ConcentrationFigure(props: ConcentrationFigureProps) {
  const { value, formats, exportHref, customersHref, measures } = props;
  const t = useTranslations("value");
  const { number, wholeShare, day } = formats;
  const top = value.concentration.find(({ percent }) => percent === 20);
  if (!top) return null;
  const share = wholeShare(top.revenueShare);
  const count = value.customersWithOrders;
  const customers = number(count);
  return (
    <Figure
      title={t(concentrationFinding(count), { share, customers })}
      caption={t("concentrationCaption", {
        day: day(value.asOfOn),
        count,
        customers,
        gini: value.gini === null ? "–" : formats.decimal(value.gini),
      })}
      exportHref={exportHref}
      table={{
        label: t("concentrationTable"),
        content: <ConcentrationRows points={value.concentration} {...{ formats, customersHref }} />,
      }}
    >
      {measures && <div className="mb-4">{measures}</div>}
      <ConcentrationDrawing {...{ value, formats, customersHref }} />
    </Figure>
  );
}

type DrawingProps = Pick<ConcentrationFigureProps, "value" | "formats" | "customersHref">;

function ConcentrationDrawing({ value, formats, customersHref }: DrawingProps) {
  const t = useTranslations("value");
  const { number, wholeShare } = formats;
  const top = value.concentration.find(({ percent }) => percent === 20);
  const all = value.concentration.at(-1);
  if (!top || !all) return null;
  const share = wholeShare(top.revenueShare);
  const count = value.customersWithOrders;
  const topPoint = onCurve(top, count);
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-x-10 gap-y-6">
      <WhaleCurve
        points={value.concentration.flatMap((point) => onCurve(point, count) ?? [])}
        top={
          topPoint && {
            ...topPoint,
            lines: [
              t("topFifthMark", { share }),
              t("customersMark", { count: top.customers, customers: number(top.customers) }),
            ],
          }
        }
        all={{
          customerPercent: 100,
          sharePercent: 100,
          lines: [formats.money(all.revenueMinor), t("allCustomersMark")],
        }}
        label={topPoint ? t("concentrationLabel", { share }) : t("concentrationLabelFew")}
        axisLabel={t("concentrationAxis")}
        equalLabel={t("equalRevenue")}
      />
      <ConcentrationSteps points={value.concentration} {...{ formats, customersHref }} />
    </div>
  );
}

/** Drawn where the counted customers really stand: of 7, the nearest to a fifth is one in seven. */
function onCurve({ customers, revenueShare }: ConcentrationPoint, allCustomers: number) {
  if (revenueShare === null) return null;
  return { customerPercent: (100 * customers) / allCustomers, sharePercent: 100 * revenueShare };
}

/** Percents of customers that people ask about. */
const STEPS = [1, 5, 10, 20, 50];

/** The same curve in five lines. */
function ConcentrationSteps({ points, formats, customersHref }: RowsProps) {
  const t = useTranslations("value");
  return (
    <dl className="self-center text-xs tabular-nums">
      {points
        .filter(({ percent }) => STEPS.includes(percent))
        .map(({ percent, customers, revenueShare }) => (
          <div
            key={percent}
            className="flex items-center gap-3 border-b border-hairline py-2.5 last:border-b-0"
          >
            <dt className="flex-1">
              {t("bestPercent", { percent: formats.wholeShare(percent / 100) })}
              <span className="block text-2xs text-muted">
                <CountLink
                  href={customers === 0 ? null : customersHref + best(customers, "revenue")}
                  of={t("bestPercent", { percent: formats.wholeShare(percent / 100) })}
                >
                  {t("customersMark", { count: customers, customers: formats.number(customers) })}
                </CountLink>
              </span>
            </dt>
            <dd className="flex items-center gap-3">
              {revenueShare !== null && (
                <ShareBar share={revenueShare} mark={percent / 100} className="w-24" />
              )}
              <span className="w-14 text-end font-medium">{formats.share(revenueShare)}</span>
            </dd>
          </div>
        ))}
    </dl>
  );
}

type RowsProps = Pick<ConcentrationFigureProps, "formats" | "customersHref"> & {
  points: readonly ConcentrationPoint[];
};

/** Every fifth percent; the file has each. */
function ConcentrationRows({ points, formats, customersHref }: RowsProps) {
  const t = useTranslations("value");
  return (
    <>
      <thead>
        <tr>
          <Th>{t("bestCustomers")}</Th>
          <Th align="end">{t("customers")}</Th>
          <Th align="end">{t("revenueTogether")}</Th>
          <Th align="end">{t("shareOfRevenue")}</Th>
        </tr>
      </thead>
      <tbody>
        {points
          .filter(({ percent }) => percent > 0 && percent % 5 === 0)
          .map((point) => (
            <tr key={point.percent}>
              <RowTh>{formats.wholeShare(point.percent / 100)}</RowTh>
              <Td align="end">
                <CountLink
                  href={
                    point.customers > 0 ? customersHref + best(point.customers, "revenue") : null
                  }
                  of={t("bestPercent", { percent: formats.wholeShare(point.percent / 100) })}
                >
                  {formats.number(point.customers)}
                </CountLink>
              </Td>
              <Td align="end">{formats.exactMoney(point.revenueMinor)}</Td>
              <Td align="end">{formats.share(point.revenueShare)}</Td>
            </tr>
          ))}
      </tbody>
    </>
  );
}
