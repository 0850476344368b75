export type SmallCurveProps = {
  /** Read out instead of the drawing */
  label: string;
  /** 0..1, evenly spaced */
  values: readonly number[];
};

const WIDTH = 320;
const HEIGHT = 96;
const EDGE = 6;

/** The shape of a curve between 0 and 1, drawn by the server, for an idea rather than for numbers. */
export function SmallCurve({ label, values }: SmallCurveProps) {
  const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
  const points = values.map((value, at) => ({
    x: Math.round(10 * (EDGE + at * step)) / 10,
    y: Math.round(10 * (EDGE + (1 - value) * (HEIGHT - 2 * EDGE))) / 10,
  }));
  const path = points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="block h-auto w-full max-w-80"
    >
      <path
        d={`M${EDGE} ${EDGE}V${HEIGHT - EDGE}H${WIDTH - EDGE}`}
        fill="none"
        stroke="var(--control-border)"
      />
      <path d={path} fill="none" stroke="var(--text)" strokeWidth={2} strokeLinejoin="round" />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={3} fill="var(--text)" />
      ))}
    </svg>
  );
}
