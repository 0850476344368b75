import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { type CurveMark, WhaleCurve } from "#components/charts/whale-curve.tsx";
import { Link } from "#components/ui/link.tsx";
import { best } from "#lib/value/customers-behind.ts";
import type { ProfitCurve, ProfitPoint, ValueOverview } from "#lib/value/types.ts";
import { CountLink } from "./count-link.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type ProfitCurveFigureProps = {
  value: ValueOverview;
  curve: ProfitCurve;
  formats: ValueFormats;
  exportHref: string;
  customersHref: string;
  /** <MeasureLinks> */
  measures: ReactNode;
};

/** Who makes the profit, and who takes some of it back. */
export function ProfitCurveFigure({
  value,
  curve,
  formats,
  exportHref,
  customersHref,
  measures,
}: ProfitCurveFigureProps) {
  const t = useTranslations("value");
  const count = value.customersWithOrders;
  return (
    <Figure
      title={<ProfitFinding value={value} curve={curve} formats={formats} />}
      caption={t("profitCurveCaption", {
        day: formats.day(value.asOfOn),
        count,
        customers: formats.number(count),
      })}
      exportHref={exportHref}
      table={{
        label: t("profitCurveTable"),
        content: <ProfitRows points={curve.points} {...{ formats, customersHref }} />,
      }}
    >
      <div className="mb-4">{measures}</div>
      <ProfitDrawing value={value} curve={curve} formats={formats} />
      <ProfitGroups {...{ curve, formats, customersHref }} />
    </Figure>
  );
}

type GroupsProps = Pick<ProfitCurveFigureProps, "curve" | "formats" | "customersHref">;

/** The customers behind the marks of the curve. */
function ProfitGroups({ curve, formats, customersHref }: GroupsProps) {
  const t = useTranslations("value");
  const top = curve.points.find(({ percent }) => percent === 20)?.customers ?? 0;
  const groups = [
    { key: "seeTop", count: top, query: best(top, "profit") },
    { key: "seeGain", count: curve.peak?.customers ?? 0, query: "?profit=gain&sort=profit" },
    { key: "seeRest", count: curve.rest.customers, query: "?profit=loss&sort=least_profit" },
  ] as const;
  return (
    <ul className="no-print mt-3 flex flex-wrap gap-x-6 gap-y-1 text-xs">
      {groups
        .filter(({ count }) => count > 0)
        .map(({ key, count, query }) => (
          <li key={key}>
            <Link
              href={customersHref + query}
              prefetch={false}
              className="inline-block py-3 sm:py-1"
            >
              {t(key)}
            </Link>{" "}
            <span className="text-muted tabular-nums">
              {t("nCustomers", { count, customers: formats.number(count) })}
            </span>
          </li>
        ))}
    </ul>
  );
}

type PartProps = Pick<ProfitCurveFigureProps, "value" | "curve" | "formats">;

function ProfitFinding({ value, curve, formats }: PartProps) {
  const t = useTranslations("value");
  const top = curve.points.find(({ percent }) => percent === 20);
  const all = curve.points.at(-1);
  const { wholeShare, money, number } = formats;
  if (!all || all.profitShare === null) {
    return t("noProfitFinding", { profit: money(all?.profitMinor ?? null) });
  }
  if (!top || top.profitShare === null) return t("tooFewForProfit");
  const share = wholeShare(top.profitShare);
  if (curve.rest.profitMinor === 0) return t("profitFinding", { share });
  return t("whaleFinding", {
    share,
    rest: wholeShare(curve.rest.customers / value.customersWithOrders),
    count: curve.rest.customers,
    customers: number(curve.rest.customers),
    loss: money(-curve.rest.profitMinor),
  });
}

function ProfitDrawing({ value, curve, formats }: PartProps) {
  const t = useTranslations("value");
  const all = curve.points.at(-1);
  if (!all || all.profitShare === null) return <p>{t("noProfitShares")}</p>;
  const { money, number, wholeShare } = formats;
  const { rest, peak } = curve;
  const falls = peak !== null && rest.profitMinor < 0;
  const top = curve.points.find(({ percent }) => percent === 20);
  const share = wholeShare(top?.profitShare ?? null);
  const peakMark: CurveMark | null = falls
    ? {
        customerPercent: peak.percent,
        sharePercent: 100 * peak.profitShare,
        lines: [
          t("peakMark", {
            share: wholeShare(peak.profitShare),
            at: wholeShare(peak.percent / 100),
          }),
        ],
      }
    : null;
  return (
    <WhaleCurve
      points={curvePoints(value, curve)}
      top={topMark(top, value.customersWithOrders, [
        t("topFifthMark", { share }),
        t("customersMark", { count: top?.customers ?? 0, customers: number(top?.customers ?? 0) }),
      ])}
      peak={peakMark}
      all={{
        customerPercent: 100,
        sharePercent: 100,
        lines: [money(all.profitMinor), t("allCustomersMark")],
      }}
      {...(falls
        ? {
            loss: [
              t("lastMark", { share: wholeShare(rest.customers / value.customersWithOrders) }),
              t("loseMark", { loss: money(-rest.profitMinor) }),
            ],
          }
        : {})}
      label={t("profitCurveLabel", { share })}
      axisLabel={t("profitCurveAxis")}
      equalLabel={t("equalProfit")}
    />
  );
}

/** The 101 points and the peak between them, drawn where the counted customers really stand. */
function curvePoints({ customersWithOrders }: ValueOverview, { points, peak }: ProfitCurve) {
  const drawn = points.flatMap(({ customers, profitShare }) =>
    profitShare === null
      ? []
      : [
          {
            customerPercent: (100 * customers) / customersWithOrders,
            sharePercent: 100 * profitShare,
          },
        ],
  );
  const top = peak ? [{ customerPercent: peak.percent, sharePercent: 100 * peak.profitShare }] : [];
  return [...drawn, ...top].sort((a, b) => a.customerPercent - b.customerPercent);
}

function topMark(
  top: ProfitPoint | undefined,
  all: number,
  lines: readonly string[],
): CurveMark | null {
  if (!top || top.profitShare === null) return null;
  return {
    customerPercent: (100 * top.customers) / all,
    sharePercent: 100 * top.profitShare,
    lines,
  };
}

type RowsProps = Pick<ProfitCurveFigureProps, "formats" | "customersHref"> & {
  points: readonly ProfitPoint[];
};

/** Every fifth percent; the file has each. */
function ProfitRows({ points, formats, customersHref }: RowsProps) {
  const t = useTranslations("value");
  return (
    <DataRows
      head={[t("bestCustomers"), t("customers"), t("profitTogether"), t("shareOfProfit")]}
      rows={points
        .filter(({ percent }) => percent > 0 && percent % 5 === 0)
        .map(({ percent, customers, profitMinor, profitShare }) => ({
          key: String(percent),
          cells: [
            formats.wholeShare(percent / 100),
            <CountLink
              key="customers"
              href={customers > 0 ? customersHref + best(customers, "profit") : null}
              of={t("bestPercent", { percent: formats.wholeShare(percent / 100) })}
            >
              {formats.number(customers)}
            </CountLink>,
            formats.exactMoney(profitMinor),
            formats.share(profitShare),
          ],
        }))}
    />
  );
}
