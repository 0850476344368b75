export type DotLinesProps = {
  /** Read out instead of the drawing */
  label: string;
  /** Places of the dots on each line, 0 the start and 1 the end */
  lines: readonly (readonly number[])[];
};

const WIDTH = 320;
const ROW = 22;
const EDGE = 6;

/** Events on lines of time that end together, drawn by the server: the dashed part is silence. */
export function DotLines({ label, lines }: DotLinesProps) {
  const height = ROW * lines.length;
  const x = (at: number) => EDGE + at * (WIDTH - 2 * EDGE);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
      className="block h-auto w-full max-w-80"
    >
      <path d={`M${x(1)} 0V${height}`} stroke="var(--control-border)" />
      {lines.map((dots, row) => {
        const y = ROW * (row + 0.5);
        const last = dots.at(-1) ?? 0;
        return (
          <g key={dots.join(" ")}>
            <path d={`M${x(dots[0] ?? 0)} ${y}H${x(last)}`} stroke="var(--muted)" />
            <path d={`M${x(last)} ${y}H${x(1)}`} stroke="var(--hairline)" strokeDasharray="3 3" />
            {dots.map((dot) => (
              <circle key={dot} cx={x(dot)} cy={y} r={4} fill="var(--text)" />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
