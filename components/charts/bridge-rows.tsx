import { cx } from "#lib/class-names.ts";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { type WaterfallStep, waterfallSteps } from "./waterfall-steps.ts";

export type BridgeRowsProps = {
  /** Read out instead of the drawing */
  label: string;
  /** In the order they add up; null where the amount is not known */
  steps: readonly BridgeRow[];
  /** Beside the last bar, which holds what all steps make */
  totalName: string;
  /** Under the names: an interval, a day */
  totalNote?: string | undefined;
  format: ChartFormat;
};

type BridgeRow = {
  key: string;
  name: string;
  amount: number | null;
  note?: string | undefined;
  /** What all steps before it make: it stands on the ground and adds nothing */
  isSum?: boolean;
};

const TOTAL = "total";

/** How steps lead to a total, one row each: drawn by the server, it brings no script and prints as it stands. */
export function BridgeRows({ label, steps, totalName, totalNote, format }: BridgeRowsProps) {
  const bridge = waterfallSteps(steps.map(({ amount, isSum }) => (isSum ? 0 : amount)));
  const ends = [0, ...bridge.steps.flatMap(({ from, to }) => [from, to])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const percent = (amount: number) =>
    most === least ? 0 : (100 * (amount - least)) / (most - least);
  const rows = [
    ...steps.map((step, index) => ({
      ...{ key: step.key, name: step.name, note: step.note },
      ...standing(step, index, bridge.steps[index] ?? NOTHING),
    })),
    { key: TOTAL, name: totalName, note: totalNote, ...onGround(bridge.total) },
  ];
  return (
    <div role="img" aria-label={label} className="space-y-2.5 text-2xs">
      {rows.map(({ key, name, note, from, to, amount, isSum }) => (
        <div key={key} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="min-w-0 text-muted sm:w-[22%]">
            {name}
            {note && <span className="block">{note}</span>}
          </span>
          <span className="relative order-last h-5 basis-full border-s border-control sm:order-none sm:h-6 sm:basis-0 sm:grow">
            <span
              className={cx("fill absolute inset-y-0 rounded-xs", toneOf(amount, isSum))}
              style={{
                insetInlineStart: `${Math.min(percent(from), percent(to))}%`,
                inlineSize: `max(2px, ${Math.abs(percent(to) - percent(from))}%)`,
              }}
            />
          </span>
          <span className="text-end font-semibold tabular-nums sm:w-[18%]">
            {chartText(amount, { ...format, isSigned: !isSum })}
          </span>
        </div>
      ))}
    </div>
  );
}

const NOTHING: WaterfallStep = { from: 0, to: 0, amount: null };

/** The first row, what is made on the way and the total stand on the ground. */
function standing({ isSum = false, amount }: BridgeRow, index: number, step: WaterfallStep) {
  if (isSum) return onGround(step.to);
  return index === 0 ? { ...onGround(step.to), amount } : { ...step, isSum: false };
}

function onGround(amount: number) {
  return { from: 0, to: amount, amount, isSum: true };
}

function toneOf(amount: number | null, isSum: boolean): string {
  if (isSum) return "bg-text";
  return (amount ?? 0) < 0 ? "bg-div-2" : "bg-seq-5";
}
