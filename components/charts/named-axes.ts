import { NUMBER_AXIS } from "./axes.ts";
import { type ChartFormat, tickText } from "./chart-format.ts";
import type { NiceTicks } from "./nice-ticks.ts";

/** An axis of numbers with round ticks, written in their format. */
export function tickedAxis({ ticks, domain }: NiceTicks, format: ChartFormat) {
  const tickFormatter = (tick: number) => tickText(tick, ticks, format);
  return { ...NUMBER_AXIS, ticks, domain, tickFormatter };
}

/** The name of a horizontal axis. */
export const nameBelow = (value: string) => ({ value, position: "bottom", offset: 4 }) as const;

/** The name of a vertical axis, read upwards; `offset` px from its left edge. */
export const nameBeside = (value: string, offset: number) =>
  ({
    value,
    angle: -90,
    position: "insideLeft",
    offset,
    style: { textAnchor: "middle" },
  }) as const;
