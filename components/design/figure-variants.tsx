import { AreaBandChart } from "#components/charts/area-band-chart.tsx";
import { BarChart } from "#components/charts/bar-chart.tsx";
import { chartText } from "#components/charts/chart-format.ts";
import { LineChart } from "#components/charts/line-chart.tsx";
import { StackedBarChart } from "#components/charts/stacked-bar-chart.tsx";
import { ExampleFigure } from "./example-figure.tsx";
import {
  EURO,
  months,
  NUMBERS,
  names,
  PERCENTS,
  series,
  type Variant,
  wave,
} from "./figure-examples.ts";

type Props = { variant: Variant };

const percent = (value: number | null) => chartText(value, PERCENTS);
const number = (value: number | null) => chartText(value, NUMBERS);

/** One line per segment over a year. */
export function LinesExample({ variant }: Props) {
  const lines = series(variant);
  const categories = months(variant);
  return (
    <ExampleFigure
      title="Landlords fell behind the other segments in spring."
      caption="CSAT, % satisfied · a month each · n = 31–262"
      head={["Month", ...lines.map(({ name }) => name)]}
      rows={categories.map((month, index) => [
        month,
        ...lines.map(({ values }) => percent(values[index] ?? null)),
      ])}
    >
      <LineChart
        label="CSAT by month and segment"
        categories={categories}
        series={lines}
        format={PERCENTS}
        {...(variant === "usual" && {
          today: "Oct",
          events: [
            { at: "May", label: "New carrier in North" },
            { at: "Jun", label: "Two-person crews" },
          ],
        })}
      />
    </ExampleFigure>
  );
}

/** A forecast with its 50 and 80 % bands. */
export function BandExample({ variant }: Props) {
  const categories = months(variant);
  const median = categories.map((_, month) =>
    variant === "none" ? null : 420_000_00 + 9_000_00 * wave(1, month),
  );
  const spread = (share: number, sign: number) =>
    median.map((value, month) =>
      value === null
        ? null
        : Math.round(value * (1 + sign * share * Math.max(0, month - 6) * 0.05)),
    );
  const [low80, high80, low50, high50] = [
    spread(0.5, -1),
    spread(0.5, 1),
    spread(0.25, -1),
    spread(0.25, 1),
  ];
  return (
    <ExampleFigure
      title="Margin will likely stay between €0.8 M and €1.4 M a month."
      caption="Margin a month · median with 50 % and 80 % bands · the same method was 6.3 % low last year"
      head={["Month", "Low 80 %", "Low 50 %", "Median", "High 50 %", "High 80 %"]}
      rows={categories.map((month, index) => [
        month,
        ...[low80, low50, median, high50, high80].map((values) =>
          chartText(values[index] ?? null, EURO),
        ),
      ])}
    >
      <AreaBandChart
        label="Margin by month with its bands"
        categories={categories}
        median={median}
        bands={[
          { key: "80", name: "80 %", low: low80, high: high80 },
          { key: "50", name: "50 %", low: low50, high: high50 },
        ]}
        format={EURO}
        {...(variant !== "one" && { today: "Jul" })}
      />
    </ExampleFigure>
  );
}

/** Profit by segment, with a loss. */
export function BarsExample({
  variant,
  direction,
}: Props & { direction: "horizontal" | "vertical" }) {
  const bars = names(variant, 14).map((name, row) => ({
    key: name,
    name,
    value:
      variant === "none" ? null : Math.round((wave(row, row) - (row === 2 ? 62 : 50)) * 1_250_00),
  }));
  return (
    <ExampleFigure
      title="One segment costs more than it brings."
      caption="Profit of the last 12 months · n = 48,312 customers"
      head={["Segment", "Profit"]}
      rows={bars.map(({ name, value }) => [name, chartText(value, EURO)])}
    >
      <BarChart label="Profit by segment" bars={bars} format={EURO} direction={direction} />
    </ExampleFigure>
  );
}

const CHANNELS = ["Shop", "Web", "Phone", "Partner", "Fitter", "Other"];

/** Contacts by channel, as numbers or as shares. */
export function StackExample({ variant, isHundred }: Props & { isHundred: boolean }) {
  const bars = names(variant, 8).map((name, row) => ({
    key: name,
    name,
    values: CHANNELS.map((_, part) =>
      variant === "none" ? null : Math.round(wave(part, 2 * row) * (7 - part) * (row + 2)),
    ),
  }));
  return (
    <ExampleFigure
      title={
        isHundred
          ? "A third of all contacts still come through the shop."
          : "Landlords call more than anybody."
      }
      caption={`Contacts of the last 90 days · ${isHundred ? "share of each segment" : "number"}`}
      head={["Segment", ...CHANNELS]}
      rows={bars.map(({ name, values }) => [name, ...values.map(number)])}
    >
      <StackedBarChart
        label="Contacts by segment and channel"
        parts={CHANNELS.map((name) => ({ key: name, name }))}
        bars={bars}
        format={NUMBERS}
        {...(isHundred && { isHundred: true, shareFormat: PERCENTS })}
      />
    </ExampleFigure>
  );
}
