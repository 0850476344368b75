"use client";

import { type EventPlace, placeEvents } from "./place-events.ts";
import { PlotText } from "./plot-text.tsx";
import { textWidth } from "./text-width.ts";
import { cutShort } from "./wrap-words.ts";

/** Something that happened at a category of a time axis. */
export type ChartEvent = { at: string; label: string };

type Plot = { left: number; right: number; top: number; bottom: number };

export type EventRulesProps = {
  events: readonly ChartEvent[];
  x: (category: string) => number;
  plot: Plot;
};

const ROW = 16;
const WIDEST_WORDS = 180;

/** Dotted rules with words over the plot. */
export function EventRules({ events, x, plot }: EventRulesProps) {
  const places = placesOf(events, x, plot);
  return (
    <g>
      {events.map(({ at, label }, index) => {
        const place = places[index] ?? { left: plot.left, row: 0 };
        const base = plot.top - 10 - ROW * place.row;
        return (
          <g key={`${at} ${label}`}>
            <path
              d={`M${x(at)} ${base + 5}V${plot.bottom}`}
              stroke="var(--text)"
              strokeDasharray="1 3"
            />
            <PlotText x={place.left} y={base} lines={[cutShort(label, WIDEST_WORDS)]} />
          </g>
        );
      })}
    </g>
  );
}

/** Room over the plot for the words of events, px. `padding` is that of the axis at both ends. */
export function eventsHeight(
  events: readonly ChartEvent[],
  categories: readonly string[],
  plot: { left: number; right: number; padding: number },
): number {
  if (events.length === 0) return 0;
  const { padding } = plot;
  const step = (plot.right - plot.left - 2 * padding) / Math.max(1, categories.length - 1);
  const x = (category: string) => plot.left + padding + step * categories.indexOf(category);
  return 8 + ROW * (1 + Math.max(...placesOf(events, x, plot).map(({ row }) => row)));
}

function placesOf(
  events: readonly ChartEvent[],
  x: (category: string) => number,
  { left, right }: { left: number; right: number },
): EventPlace[] {
  const wishes = events.map(({ at, label }) => ({
    x: x(at),
    width: textWidth(cutShort(label, WIDEST_WORDS)),
  }));
  return placeEvents(wishes, { from: left, to: right });
}
