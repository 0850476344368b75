const X = [16, 96, 176, 256, 336, 416, 496] as const;
const ACTUAL = [112, 92, 152, 100, 178, 138, 150] as const;
const PERCEIVED = [98, 80, 104, 76, 96, 92, 96] as const;
const DESIRED = [86, 70, 58, 54, 62, 60, 66] as const;
const GRID = [30, 70, 110, 150, 190] as const;

/** The picture beside the sign-in: what customers feel, what we believe they feel, what they want. */
export function ThreeLines() {
  return (
    <svg viewBox="0 0 512 220" aria-hidden="true" className="w-full">
      {GRID.map((y) => (
        <path key={y} d={`M0 ${y}H512`} stroke="var(--hairline)" />
      ))}
      <path
        d={line(DESIRED)}
        fill="none"
        stroke="var(--desired)"
        strokeWidth="1.75"
        strokeDasharray="1.5 5"
        strokeLinecap="round"
      />
      <path
        d={line(PERCEIVED)}
        fill="none"
        stroke="var(--perceived)"
        strokeWidth="1.75"
        strokeDasharray="6 4"
      />
      <path
        d={line(ACTUAL)}
        fill="none"
        stroke="var(--actual)"
        strokeWidth="2.25"
        strokeLinejoin="round"
      />
      <path d="M336 70V168" stroke="var(--text)" strokeDasharray="2 3" />
      <g stroke="var(--canvas)" strokeWidth="1.5">
        {points(DESIRED).map(([x, y]) => (
          <path key={x} d={`M${x} ${y - 6}l6 10h-12z`} fill="var(--desired)" />
        ))}
        {points(PERCEIVED).map(([x, y]) => (
          <rect key={x} x={x - 4.5} y={y - 4.5} width="9" height="9" fill="var(--perceived)" />
        ))}
        {points(ACTUAL).map(([x, y]) => (
          <circle key={x} cx={x} cy={y} r="5" fill="var(--actual)" strokeWidth="2" />
        ))}
      </g>
    </svg>
  );
}

function points(ys: readonly number[]): [x: number, y: number][] {
  return X.map((x, index) => [x, ys[index] ?? 0]);
}

function line(ys: readonly number[]): string {
  return `M${points(ys)
    .map(([x, y]) => `${x} ${y}`)
    .join("L")}`;
}
