import { NUMBER_AXIS } from "./axes.ts";
import { type ChartFormat, tickText } from "./chart-format.ts";
import { niceTicks } from "./nice-ticks.ts";
import { textWidth } from "./text-width.ts";

/** The vertical axis of a drawing: round ticks around the values, as wide as its longest number. */
export function valueAxis(values: readonly (number | null)[], format: ChartFormat, count?: number) {
  const { ticks, domain } = niceTicks(values, count);
  const width = 10 + Math.max(...ticks.map((tick) => textWidth(tickText(tick, ticks, format))));
  const tickFormatter = (tick: number) => tickText(tick, ticks, format);
  return { ...NUMBER_AXIS, ticks, domain, width, tickFormatter };
}
