export type SparklineProps = {
  /** Oldest first; null leaves a gap */
  values: readonly (number | null)[];
  /** Read out instead of the drawing; left out where the numbers stand beside it */
  label?: string;
  /** Drawn at least this far up and down: a course within it looks as flat as it is */
  range?: readonly [low: number, high: number] | null;
  /** px */
  width?: number;
};

const HEIGHT = 20;
const EDGE = 3;

/** A course in the height of a line of text, drawn by the server, with a dot at its end. */
export function Sparkline({ values, label, range = null, width = 64 }: SparklineProps) {
  const points = placed(values, width, range ?? []);
  const last = points.findLast((point) => point !== null);
  const name = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or a picture of the number beside it
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      {...name}
      className="inline-block align-middle"
    >
      {last ? (
        <>
          <path
            d={pathOf(points)}
            fill="none"
            stroke="var(--muted)"
            strokeWidth={1.5}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          <circle cx={last.x} cy={last.y} r={2} fill="var(--text)" />
        </>
      ) : (
        <path d={`M${width / 2 - 4} ${HEIGHT / 2}h8`} stroke="var(--muted)" />
      )}
    </svg>
  );
}

type Point = { x: number; y: number };

function placed(
  values: readonly (number | null)[],
  width: number,
  range: readonly number[],
): (Point | null)[] {
  const known = [...values.filter((value) => value !== null), ...range];
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const step = (width - 2 * EDGE) / Math.max(1, values.length - 1);
  return values.map((value, index) => {
    if (value === null) return null;
    const share = span === 0 ? 0.5 : (value - low) / span;
    return {
      x: toTenth(EDGE + index * step),
      y: toTenth(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)),
    };
  });
}

/** A new start after every gap. */
function pathOf(points: readonly (Point | null)[]): string {
  return points
    .map((point, index) => {
      if (!point) return "";
      if (points[index - 1]) return `L${point.x} ${point.y}`;
      // Alone between two gaps it is a dot: a line of no length with round ends.
      return `M${point.x} ${point.y}${points[index + 1] ? "" : "h0"}`;
    })
    .join("");
}

function toTenth(at: number): number {
  return Math.round(10 * at) / 10;
}
