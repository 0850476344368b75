import { chartText } from "#components/charts/chart-format.ts";
import { HeatTable } from "#components/charts/heat-table.tsx";
import { SankeyFlow } from "#components/charts/sankey-flow.tsx";
import { ScatterQuadrant } from "#components/charts/scatter-quadrant.tsx";
import { WhaleCurve } from "#components/charts/whale-curve.tsx";
import { XmrChart } from "#components/charts/xmr-chart.tsx";
import { xmr } from "#lib/stats/xmr.ts";
import { ExampleFigure } from "./example-figure.tsx";
import {
  DRIVERS,
  INSTALLATION_CSAT,
  MIGRATION,
  NUMBERS,
  names,
  PERCENTS,
  PROFIT_CURVE,
  TIERS,
  TOUCHPOINT_COLUMNS,
  TOUCHPOINTS,
  type Variant,
  WEEKS,
} from "./figure-examples.ts";

type Props = { variant: Variant };

const percent = (value: number | null) => chartText(value, PERCENTS);

/** Cumulative profit: the last customers give some back. */
export function WhaleExample({ variant }: Props) {
  const points = variant === "none" ? [] : PROFIT_CURVE;
  const long = variant === "long";
  return (
    <ExampleFigure
      title="The top fifth of customers make 88 % of profit; the last 29 % give a third of it back."
      caption="Profit of the last 12 months after cost to serve, cumulative % · n = 48,312 customers"
      head={["Best customers", "Share of profit"]}
      rows={points.map((point) => [percent(point.customerPercent), percent(point.sharePercent)])}
    >
      <WhaleCurve
        label="Cumulative profit by customers, from most to least profitable"
        points={points}
        top={{
          customerPercent: 20,
          sharePercent: 88,
          lines: ["Top 20 % make 88 %", "9,662 customers"],
        }}
        peak={{ customerPercent: 71, sharePercent: 131, lines: ["Peak 131 % at 71 %"] }}
        all={{
          customerPercent: 100,
          sharePercent: 100,
          lines: ["€4.91 M", long ? "sämtliche Kundinnen und Kunden" : "all customers"],
        }}
        loss={["Last 29 %", "lose 31 %,", "−€1.52 M"]}
        axisLabel="% of customers, most to least profitable"
        equalLabel="equal profit"
      />
    </ExampleFigure>
  );
}

/** A process with its limits; in "many" with a point outside. */
export function XmrExample({ variant }: Props) {
  const values = csatOf(variant);
  const categories = WEEKS.slice(0, values.length);
  const limits = xmr(values, 18);
  return (
    <ExampleFigure
      title="Installation visits have run below their usual level for eight weeks."
      caption="CSAT per week, % satisfied · 26 weeks, n = 31–52 a week · limits from the first 18 weeks"
      head={["Week", "CSAT", "Step"]}
      rows={values.map((value, index) => [
        categories[index] ?? "",
        chartText(value, NUMBERS),
        chartText(limits?.points[index]?.movingRange ?? null, NUMBERS),
      ])}
    >
      <XmrChart
        label="Weekly CSAT of installation visits with its limits"
        categories={categories}
        values={values}
        limits={limits}
        format={NUMBERS}
        events={
          variant === "usual"
            ? [
                { at: "5 Oct", label: "New carrier in North, 5 Oct" },
                { at: "9 Nov", label: "Two-person crews, 9 Nov" },
              ]
            : []
        }
      />
    </ExampleFigure>
  );
}

function csatOf(variant: Variant): (number | null)[] {
  if (variant === "one") return INSTALLATION_CSAT.slice(0, 1);
  if (variant === "none") return INSTALLATION_CSAT.map(() => null);
  if (variant === "many")
    return INSTALLATION_CSAT.map((value, week) => (week === 21 ? 41 : week === 9 ? null : value));
  return INSTALLATION_CSAT;
}

/** Touchpoints by segment against a target. */
export function HeatExample({ variant, place = variant }: Props & { place?: string }) {
  const rows = variant === "one" ? TOUCHPOINTS.slice(0, 1) : TOUCHPOINTS;
  const columns =
    variant === "long" ? [...names("long"), ...TOUCHPOINT_COLUMNS.slice(4)] : TOUCHPOINT_COLUMNS;
  return (
    <ExampleFigure
      title="Landlords are below target at eight of nine touchpoints, repair visits worst."
      caption="CSAT % and n · columns by CLV per customer · colour is distance from target 80 · hatched: n under 30"
    >
      <HeatTable
        label={`CSAT by touchpoint and segment, ${place}`}
        corner="Touchpoint"
        columns={columns.map((name) => ({ key: name, name }))}
        rows={rows.map(({ name, cells }) => ({
          key: name,
          name,
          cells: cells.map((cell) =>
            cell && variant !== "none" ? { value: cell[0], n: cell[1] } : null,
          ),
        }))}
        scale={
          variant === "many"
            ? { kind: "sequential", low: 45, high: 95 }
            : { kind: "diverging", centre: 80, reach: 28 }
        }
        format={NUMBERS}
        lowName={variant === "many" ? "Low" : "Far below"}
        highName={variant === "many" ? "High" : "Far above target"}
        emptyName="no listening post"
      />
    </ExampleFigure>
  );
}

/** What to work on first. */
export function QuadrantExample({ variant }: Props) {
  const points = driversOf(variant);
  return (
    <ExampleFigure
      title="Fix first: repair on the first visit."
      caption="Drivers of NPS · R² .46, n 1,733 · filled: p < .05"
      head={["Driver", "Performance", "Importance"]}
      rows={points.map(({ name, x, y }) => [
        name,
        percent(x),
        chartText(y, { ...NUMBERS, digits: 3 }),
      ])}
    >
      <ScatterQuadrant
        label="Drivers by importance and performance"
        points={points.map((point) => ({ key: point.name, ...point }))}
        xName="Performance: % satisfied"
        yName="Importance: share of R²"
        xFormat={NUMBERS}
        yFormat={NUMBERS}
        quadrants={{
          topLeft: "Fix first",
          topRight: "Keep up",
          bottomLeft: "Watch",
          bottomRight: "Don’t over-invest",
        }}
      />
    </ExampleFigure>
  );
}

function driversOf(variant: Variant) {
  if (variant === "none") return [];
  if (variant === "one") return DRIVERS.slice(0, 1);
  if (variant === "long")
    return DRIVERS.map((driver, index) => ({
      ...driver,
      name: `${names("long")[index % 4]} ${index + 1}`,
    }));
  if (variant === "usual") return DRIVERS;
  return [0, 1, 2].flatMap((copy) =>
    DRIVERS.map((driver, index) => ({
      ...driver,
      name: `${driver.name} ${copy + 1}`,
      x: driver.x + 3 * copy - (index % 3),
      y: driver.y + 0.012 * copy,
    })),
  );
}

/** Moves between tiers within a quarter. */
export function FlowExample({ variant }: Props) {
  const matrix = migrationOf(variant);
  const tiers = variant === "long" ? [...names("long"), "Iron"] : TIERS;
  return (
    <ExampleFigure
      title="More customers moved down a tier than up."
      caption="Customers by tier, end of June to end of September · n = 26,232"
      head={["From", ...tiers]}
      rows={tiers.map((tier, from) => [
        tier,
        ...tiers.map((_, to) => chartText(matrix[from]?.[to] ?? null, NUMBERS)),
      ])}
    >
      <SankeyFlow
        label="Moves between tiers"
        tiers={tiers}
        matrix={matrix}
        before="June"
        after="September"
        format={NUMBERS}
      />
    </ExampleFigure>
  );
}

function migrationOf(variant: Variant): readonly (readonly number[])[] {
  if (variant === "none") return MIGRATION.map((row) => row.map(() => 0));
  if (variant === "one")
    return MIGRATION.map((row, from) =>
      row.map((count, to) => (from === 1 && to === 2 ? count : 0)),
    );
  return MIGRATION;
}
