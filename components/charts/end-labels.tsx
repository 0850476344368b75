"use client";

import { PlotText } from "./plot-text.tsx";
import { spreadLabels } from "./spread-labels.ts";
import { textWidth } from "./text-width.ts";
import { cutShort } from "./wrap-words.ts";

/** What stands at the right end of a line: the number strong, then words. */
export type EndLabel = {
  key: string;
  /** Where the line ends; null leaves the label out */
  value: number | null;
  number: string;
  words: string;
  isMuted?: boolean;
  isBad?: boolean;
};

export type EndLabelsProps = {
  labels: readonly EndLabel[];
  /** Right edge of the plot */
  x: number;
  y: (value: number) => number;
  plot: { top: number; bottom: number };
};

const GAP = 16;
const BESIDE = 8;
const WIDEST_WORDS = 132;

/** Labels beside the right edge, pushed apart where they would touch. */
export function EndLabels({ labels, x, y, plot }: EndLabelsProps) {
  const shown = labels.flatMap((label) =>
    label.value === null ? [] : [{ ...label, wanted: y(label.value) + 4 }],
  );
  const places = spreadLabels(
    shown.map(({ wanted }) => wanted),
    { gap: GAP, from: plot.top + 4, to: plot.bottom + 4 },
  );
  return (
    <g>
      {shown.map((label, index) => (
        <PlotText
          key={label.key}
          x={x + BESIDE}
          y={places[index] ?? label.wanted}
          lines={[textOf(label)]}
          {...(label.isMuted ? { isMuted: true } : {})}
          {...(label.isBad ? { isBad: true } : {})}
        />
      ))}
    </g>
  );
}

/** Whether all words stand whole beside the plot; else a legend names the series. */
export function areDirect(labels: readonly EndLabel[]): boolean {
  return labels.every((label) => textOf(label) === `${label.number} ${label.words}`.trim());
}

/** The numbers without words. */
export function numbersOnly(labels: readonly EndLabel[]): EndLabel[] {
  return labels.map((each) => ({ ...each, words: "" }));
}

/** Room the labels need beside the plot, px. */
export function endLabelsWidth(labels: readonly EndLabel[]): number {
  return BESIDE + 4 + Math.max(0, ...labels.map((label) => textWidth(textOf(label))));
}

function textOf({ number, words }: EndLabel): string {
  return cutShort(words ? `${number} ${words}` : number, WIDEST_WORDS);
}
