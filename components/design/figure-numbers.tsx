import { useTranslations } from "next-intl";
import { chartText } from "#components/charts/chart-format.ts";
import { DistributionBar } from "#components/charts/distribution-bar.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import { ScoreTile } from "#components/charts/score-tile.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { WaterfallChart } from "#components/charts/waterfall-chart.tsx";
import { KpiStrip } from "#components/ui/kpi-tile.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { ExampleFigure } from "./example-figure.tsx";
import {
  BRIDGE,
  EMOTIONS,
  EURO,
  NUMBERS,
  names,
  PERCENTS,
  STAGES,
  type Variant,
  wave,
} from "./figure-examples.ts";
import { SCORE_STRIPS } from "./score-examples.ts";

/** From acquisition cost to lifetime value. */
export function BridgeExample({ variant }: { variant: Variant }) {
  const steps = stepsOf(variant);
  const total = steps.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return (
    <ExampleFigure
      title="Cost to serve takes a third of margin."
      caption="Average customer, CLV from cost to value · € per customer, 36 months, discounted 10 % a year · n = 48,312"
      head={["Step", "Per customer"]}
      rows={[
        ...steps.map(({ name, amount }) => [name, chartText(amount, { ...EURO, isSigned: true })]),
        ["CLV", chartText(total, EURO)],
      ]}
    >
      <WaterfallChart
        label="From acquisition cost to lifetime value per customer"
        steps={steps}
        totalName="CLV"
        format={EURO}
      />
    </ExampleFigure>
  );
}

function stepsOf(variant: Variant): { key: string; name: string; amount: number | null }[] {
  if (variant === "none") return BRIDGE.map((step) => ({ ...step, amount: null }));
  if (variant === "one") return BRIDGE.slice(1, 2);
  if (variant === "long")
    return BRIDGE.map((step, index) => ({ ...step, name: names("long")[index % 4] ?? step.name }));
  if (variant === "usual") return BRIDGE;
  return [
    ...BRIDGE,
    ...BRIDGE.map((step) => ({
      ...step,
      key: `${step.key} again`,
      amount: Math.round(step.amount / 3),
    })),
  ];
}

/** What is felt, what staff believe, what is wanted. */
export function EmotionExample() {
  const signed = { ...NUMBERS, digits: 1, isSigned: true };
  const series = (["actual", "perceived", "desired"] as const).map((meaning) => ({
    key: meaning,
    name: meaning,
    meaning,
    values: EMOTIONS[meaning],
  }));
  return (
    <ExampleFigure
      title="Customers feel the wait far more than staff believe."
      caption="Feeling by stage, −2 to +2 · actual n = 212, perceived n = 38"
      head={["Stage", "Actual", "Perceived", "Desired"]}
      rows={STAGES.map((stage, index) => [
        stage,
        ...series.map(({ values }) => chartText(values[index] ?? null, signed)),
      ])}
    >
      <LineChart label="Feeling by stage" categories={STAGES} series={series} format={signed} />
    </ExampleFigure>
  );
}

const SPARK_HEAD = ["Segment", "CSAT", "6 months"];

/** A course in a row of a table. */
export function SparkExample() {
  const rows = names("usual");
  return (
    <ExampleFigure title="Renovators recover." caption="CSAT of the last six months">
      <Table label="CSAT by segment">
        <thead>
          <tr>
            {SPARK_HEAD.map((name) => (
              <Th key={name}>{name}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name, row) => {
            const values =
              row === 2
                ? []
                : [0, 1, 2, 3, 4, 5].map((month) =>
                    row === 1 && month === 2 ? null : wave(row, month),
                  );
            return (
              <tr key={name}>
                <RowTh>{name}</RowTh>
                <Td>{chartText(values.at(-1) ?? null, PERCENTS)}</Td>
                <Td>
                  <Sparkline
                    values={values}
                    label={`${name}: ${values.map((value) => chartText(value, PERCENTS)).join(", ") || "–"}`}
                  />
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </ExampleFigure>
  );
}

/** Scores with everything around them, clear and unclear changes, few answers and none. */
export function TilesExample() {
  const t = useTranslations("charts.examples");
  return (
    <div className="space-y-4">
      {SCORE_STRIPS.map((tiles, index) => (
        <KpiStrip key={tiles[0]?.label} label={`${t("tiles")} ${index + 1}`} columns={4}>
          {tiles.map(({ spread, ...tile }) => (
            <ScoreTile
              key={tile.label}
              {...tile}
              {...(spread && { picture: <DistributionBar {...spread} /> })}
            />
          ))}
        </KpiStrip>
      ))}
    </div>
  );
}
