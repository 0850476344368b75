import { cx } from "#lib/class-names.ts";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { type WaterfallStep, waterfallSteps } from "./waterfall-steps.ts";

export type BridgeRowsProps = {
  /** Read out instead of the drawing */
  label: string;
  /** In the order they add up; null where the amount is not known */
  steps: readonly { key: string; name: string; amount: number | null }[];
  /** Beside the last bar, which holds what all steps make */
  totalName: string;
  format: ChartFormat;
};

const TOTAL = "total";

/** How steps lead to a total, one row each: drawn by the server, it brings no script and prints as it stands. */
export function BridgeRows({ label, steps, totalName, format }: BridgeRowsProps) {
  const bridge = waterfallSteps(steps.map(({ amount }) => amount));
  const ends = [0, ...bridge.steps.flatMap(({ from, to }) => [from, to])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const percent = (amount: number) =>
    most === least ? 0 : (100 * (amount - least)) / (most - least);
  const rows = [
    ...steps.map(({ key, name }, index) => ({ key, name, ...(bridge.steps[index] ?? NOTHING) })),
    { key: TOTAL, name: totalName, from: 0, to: bridge.total, amount: bridge.total },
  ];
  return (
    <div role="img" aria-label={label} className="space-y-2.5 text-2xs">
      {rows.map(({ key, name, from, to, amount }, index) => (
        <div key={key} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="min-w-0 text-muted sm:w-[22%]">{name}</span>
          <span className="relative order-last h-5 basis-full border-s border-control sm:order-none sm:h-6 sm:basis-0 sm:grow">
            <span
              className={cx("fill absolute inset-y-0 rounded-xs", toneOf(key, amount, index))}
              style={{
                insetInlineStart: `${Math.min(percent(from), percent(to))}%`,
                inlineSize: `max(2px, ${Math.abs(percent(to) - percent(from))}%)`,
              }}
            />
          </span>
          <span className="text-end font-semibold tabular-nums sm:w-[18%]">
            {chartText(amount, { ...format, isSigned: index > 0 && key !== TOTAL })}
          </span>
        </div>
      ))}
    </div>
  );
}

const NOTHING: WaterfallStep = { from: 0, to: 0, amount: null };

/** What was before and what is now stand on the ground. */
function toneOf(key: string, amount: number | null, index: number): string {
  if (key === TOTAL || index === 0) return "bg-text";
  return (amount ?? 0) < 0 ? "bg-div-2" : "bg-seq-5";
}
