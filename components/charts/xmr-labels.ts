import type { Xmr, XmrPoint } from "#lib/stats/xmr.ts";
import { type ChartFormat, chartText } from "./chart-format.ts";
import type { EndLabel } from "./end-labels.tsx";

export type XmrWords = { centre: string; limit: string; now: string; step: string };

/** The points of the limits, or the bare values where there are too few for limits. */
export function xmrPoints(
  values: readonly (number | null)[],
  limits: Xmr | null,
): readonly XmrPoint[] {
  return limits?.points ?? values.map((value) => ({ value, movingRange: null, signal: null }));
}

/** What stands at the ends of the limits, the centre and the line. */
export function xmrLabels(
  points: readonly XmrPoint[],
  limits: Xmr | null,
  format: ChartFormat,
  words: XmrWords,
): EndLabel[] {
  const last = points.findLast(({ value }) => value !== null);
  const value = last?.value ?? null;
  const now: EndLabel = {
    key: "now",
    value,
    number: chartText(value, format),
    words: words.now,
    isBad: Boolean(last?.signal),
  };
  if (!limits) return [now];
  const rule = (key: string, at: number, name: string): EndLabel => ({
    key,
    value: at,
    number: chartText(at, exact(format)),
    words: name,
  });
  return [
    rule("upper", limits.upper, words.limit),
    rule("centre", limits.centre, words.centre),
    now,
    rule("lower", limits.lower, words.limit),
  ];
}

/** What stands beside the steps from value to value. */
export function xmrRangeLabels(
  { rangeLimit }: Xmr,
  format: ChartFormat,
  words: XmrWords,
  isNarrow: boolean,
): EndLabel[] {
  const number = chartText(rangeLimit, exact(format));
  const limit = { key: "range", value: rangeLimit, number, words: words.limit, isMuted: true };
  if (isNarrow) return [{ ...limit, words: "" }];
  return [limit, { key: "step", value: 0, number: "", words: words.step, isMuted: true }];
}

/** Limits are means: one digit more than the values. */
function exact(format: ChartFormat): ChartFormat {
  return { ...format, digits: (format.digits ?? 0) + 1 };
}
