import type { ChartBar } from "./chart-bar.ts";
import { ChartEmpty } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { VerticalBars } from "./vertical-bars.tsx";

export type BarChartProps = {
  /** Read out instead of the drawing */
  label: string;
  bars: readonly ChartBar[];
  format: ChartFormat;
  /** Horizontal where names are long or bars are many */
  direction?: "horizontal" | "vertical";
};

/** Amounts side by side, each with its value; below 0 they are losses. */
export function BarChart({ direction = "horizontal", ...props }: BarChartProps) {
  if (direction === "vertical") return <VerticalBars {...props} />;
  return <HorizontalBars {...props} />;
}

const EMPTY_HEIGHT = 160;

/** Drawn by the server: names wrap, bars follow the direction of writing, and paper shows all of it. */
function HorizontalBars({ label, bars, format }: Omit<BarChartProps, "direction">) {
  if (bars.every(({ value }) => value === null)) return <ChartEmpty height={EMPTY_HEIGHT} />;
  const least = Math.min(0, ...bars.map(({ value }) => value ?? 0));
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const span = most - least || 1;
  const percent = (amount: number) => `${(100 * amount) / span}%`;
  return (
    <div
      role="img"
      aria-label={label}
      className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)_auto] gap-x-3 gap-y-2 text-2xs tabular-nums"
    >
      {bars.map(({ key, name, value }) => (
        <div key={key} className="col-span-3 grid grid-cols-subgrid items-center">
          <span className="min-w-0 hyphens-auto text-muted wrap-anywhere">{name}</span>
          <span className="relative h-5">
            {value !== null && (
              <span
                className={`fill absolute inset-y-0 rounded-xs ${value < 0 ? "bg-div-2" : "bg-seq-5"}`}
                style={{
                  insetInlineStart: percent(Math.min(0, value) - least),
                  inlineSize: `max(1px, ${percent(Math.abs(value))})`,
                }}
              />
            )}
            {least < 0 && (
              <span
                className="absolute -inset-y-1 w-px bg-control"
                style={{ insetInlineStart: percent(-least) }}
              />
            )}
          </span>
          <bdi dir="ltr" className="text-end font-semibold whitespace-nowrap">
            {chartText(value, format)}
          </bdi>
        </div>
      ))}
    </div>
  );
}
