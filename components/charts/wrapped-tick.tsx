import { textWidth } from "./text-width.ts";
import { wrapWords } from "./wrap-words.ts";

export type WrappedTickProps = {
  /** The words under each category, in order */
  names: readonly string[];
  /** Distance from one category to the next, px */
  band: number;
  /** Given by recharts */
  x?: number | string;
  y?: number | string;
  index?: number;
};

/** Narrower bands leave names out rather than break their words. */
const BREAKS_FROM = 64;
const GAP = 4;

/** The name of a category on at most two lines; the figure's table has it whole. */
export function WrappedTick({ names, band, x = 0, y = 0, index = 0 }: WrappedTickProps) {
  const every = stepOf(names, band);
  if (index % every !== 0) return null;
  const bands = Math.min(every, names.length - index);
  // A name over several bands starts with its own, so that the first and the last stay inside.
  const left = every > 1 ? Number(x) - band / 2 : Number(x);
  return (
    <text textAnchor={every > 1 ? "start" : "middle"} className="[unicode-bidi:plaintext]">
      {wrapWords(names[index] ?? "", bands * band - GAP).map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <tspan key={row} x={left} y={Number(y) + 10 + 15 * row}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function stepOf(names: readonly string[], band: number): number {
  if (band >= BREAKS_FROM) return 1;
  const longest = Math.max(...names.flatMap((name) => name.split(" ")).map(textWidth));
  return Math.max(1, Math.ceil(Math.min(longest + GAP, BREAKS_FROM) / band));
}
