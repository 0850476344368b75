export type IntervalWhiskerProps = {
  /** Now, and its interval */
  value: number;
  low: number;
  high: number;
  /** Before, or what it is compared with */
  before?: number | null;
  /** The two ends of the scale; by default the interval takes the middle half */
  scale?: readonly [from: number, to: number];
  /** Read out instead of the drawing: "95 % interval 315 to 341" */
  label: string;
  /** px */
  width?: number;
};

/** The one mark of uncertainty: line = interval, dot = now, hollow dot = before. */
export function IntervalWhisker(props: IntervalWhiskerProps) {
  const { value, low, high, before, label, width = 120 } = props;
  const [from, to] = props.scale ?? defaultScale(props);
  const x = (at: number) => roundTo10th(4 + ((width - 8) * (at - from)) / (to - from || 1));
  return (
    <svg width={width} height={12} viewBox={`0 0 ${width} 12`} role="img" aria-label={label}>
      <path d={`M0 6H${width}`} stroke="var(--hairline)" />
      <path d={`M${x(low)} 6H${x(high)}`} stroke="var(--control-border)" strokeWidth={2} />
      <path d={`M${x(low)} 3v6M${x(high)} 3v6`} stroke="var(--control-border)" />
      {typeof before === "number" && (
        <circle
          cx={x(before)}
          cy={6}
          r={3}
          fill="var(--surface)"
          stroke="var(--control-border)"
          strokeWidth={1.25}
        />
      )}
      <circle cx={x(value)} cy={6} r={3.5} fill="var(--text)" />
    </svg>
  );
}

function defaultScale({ low, high, before }: IntervalWhiskerProps): [number, number] {
  const margin = (high - low) / 2 || Math.abs(high) / 2 || 1;
  const points = typeof before === "number" ? [low, high, before] : [low, high];
  return [Math.min(...points) - margin, Math.max(...points) + margin];
}

function roundTo10th(at: number): number {
  return Math.round(10 * at) / 10;
}
