export type EmotionPoint = {
  key: string;
  label: string;
  /** From `least` to `most`; null where it is not known */
  actual: number | null;
  desired: number | null;
};

export type EmotionCurveProps = {
  /** Read out instead of the drawing */
  label: string;
  points: readonly EmotionPoint[];
  names: { actual: string; desired: string; gap: string };
  /** How a gap is written at its point */
  gapText: (gap: number) => string;
};

const LEAST = -2;
const MOST = 2;
/** Gaps so wide or wider are named in the drawing, two at most. */
const NAMED_GAP = 2;
const MOST_NAMED = 2;

/** What is felt against what is wanted over stages, drawn by the server; the area between is the gap. */
export function EmotionCurve({ label, points, names, gapText }: EmotionCurveProps) {
  const x = (at: number) => (100 * (at + 0.5)) / Math.max(1, points.length);
  const named = widest(points);
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto -outline-offset-2">
        <div role="img" aria-label={label} className="min-w-144">
          <div className="relative h-36">
            <Lines points={points} x={x} />
            {points.map((point, at) => (
              <Marks key={point.key} point={point} left={x(at)} />
            ))}
            {points.map((point, at) =>
              named.includes(point.key) ? (
                <span
                  key={point.key}
                  className="absolute ms-2 -translate-y-1/2 rounded-xs bg-surface px-0.5 text-2xs tabular-nums"
                  style={{ insetInlineStart: `${x(at)}%`, top: `${y(middleOf(point))}%` }}
                >
                  {gapText(gapOf(point) ?? 0)}
                </span>
              ) : null,
            )}
          </div>
          <div className="mt-2 flex text-center text-2xs text-muted">
            {points.map(({ key, label: words }) => (
              <span
                key={key}
                className={`min-w-0 flex-1 px-0.5 break-words ${named.includes(key) ? "font-semibold text-text" : ""}`}
              >
                {words}
              </span>
            ))}
          </div>
        </div>
      </section>
      <Legend names={names} />
    </div>
  );
}

/** 0 at the top, 100 at the bottom, with room for a mark at both. */
function y(value: number): number {
  return 6 + (88 * (MOST - value)) / (MOST - LEAST);
}

function gapOf({ actual, desired }: EmotionPoint): number | null {
  return actual === null || desired === null ? null : actual - desired;
}

function middleOf({ actual, desired }: EmotionPoint): number {
  return ((actual ?? 0) + (desired ?? 0)) / 2;
}

function widest(points: readonly EmotionPoint[]): string[] {
  return points
    .filter((point) => (gapOf(point) ?? 0) <= -NAMED_GAP)
    .toSorted((one, other) => (gapOf(one) ?? 0) - (gapOf(other) ?? 0))
    .slice(0, MOST_NAMED)
    .map(({ key }) => key);
}

type LinesProps = { points: readonly EmotionPoint[]; x: (at: number) => number };

function Lines({ points, x }: LinesProps) {
  const line = (of: "actual" | "desired") =>
    pathOf(
      points.map((point) => point[of]),
      x,
    );
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full rtl:-scale-x-100"
      fill="none"
    >
      <path d={`M0 ${y(0)}H100`} stroke="var(--hairline)" vectorEffect="non-scaling-stroke" />
      {areasOf(points, x).map((area) => (
        <path key={area} d={area} fill="var(--div-2)" opacity={0.1} />
      ))}
      <path
        d={line("desired")}
        stroke="var(--desired)"
        strokeWidth={1.75}
        strokeDasharray="1.5 4"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={line("actual")}
        stroke="var(--actual)"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** A line through what is known; where something is not, it breaks. */
function pathOf(values: readonly (number | null)[], x: (at: number) => number): string {
  return values
    .map((value, at) => {
      if (value === null) return "";
      const isStart = at === 0 || values[at - 1] === null;
      return `${isStart ? "M" : "L"}${x(at)} ${y(value)}`;
    })
    .join("");
}

/** Between each two neighbours that know both. */
function areasOf(points: readonly EmotionPoint[], x: (at: number) => number): string[] {
  return points.flatMap((point, at) => {
    const next = points[at + 1];
    if (!next || gapOf(point) === null || gapOf(next) === null) return [];
    const [a, b] = [x(at), x(at + 1)];
    const upper = `M${a} ${y(point.desired ?? 0)}L${b} ${y(next.desired ?? 0)}`;
    return [`${upper}L${b} ${y(next.actual ?? 0)}L${a} ${y(point.actual ?? 0)}Z`];
  });
}

function Marks({ point, left }: { point: EmotionPoint; left: number }) {
  const at = (value: number) => ({ insetInlineStart: `${left}%`, top: `${y(value)}%` });
  const place = "absolute -translate-1/2 rtl:translate-x-1/2";
  return (
    <>
      {point.desired !== null && (
        <span className={place} style={at(point.desired)}>
          <Triangle />
        </span>
      )}
      {point.actual !== null && (
        <span className={place} style={at(point.actual)}>
          <Dot />
        </span>
      )}
    </>
  );
}

function Triangle() {
  return (
    <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true" className="block">
      <path d="M6 1.5l5 8.5H1z" fill="var(--desired)" stroke="var(--surface)" />
    </svg>
  );
}

function Dot() {
  return (
    <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true" className="block">
      <circle cx={6} cy={6} r={4} fill="var(--actual)" stroke="var(--surface)" strokeWidth={1.5} />
    </svg>
  );
}

function Legend({ names }: Pick<EmotionCurveProps, "names">) {
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted">
      <span className="flex items-center gap-1.5">
        <Dot />
        {names.actual}
      </span>
      <span className="flex items-center gap-1.5">
        <Triangle />
        {names.desired}
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden="true" className="fill h-2 w-3.5 rounded-[2px] bg-div-2 opacity-30" />
        {names.gap}
      </span>
    </p>
  );
}
