import { useId } from "react";

export type PersonaFaceProps = {
  name: string;
  /** px */
  size?: number;
};

const RINGS = [16, 30, 44, 58, 72, 86];
const CORNERS = [
  [96, 96],
  [0, 96],
  [96, 0],
  [0, 0],
] as const;

/** Initials before a pattern that is always the same for a name; for the eye only. */
export function PersonaFace({ name, size = 96 }: PersonaFaceProps) {
  const id = useId();
  const seed = seedOf(name);
  return (
    <svg width={size} height={size} viewBox="0 0 96 96" aria-hidden="true" className="shrink-0">
      <clipPath id={id}>
        <rect width="96" height="96" rx="24" />
      </clipPath>
      <g clipPath={`url(#${id})`} stroke="var(--primary)" fill="none">
        <rect width="96" height="96" fill="var(--tint-primary)" stroke="none" />
        <Pattern seed={seed} />
      </g>
      <text
        x="48"
        y="60"
        textAnchor="middle"
        style={{ fontSize: 34, fontWeight: 600, fill: "var(--primary)", letterSpacing: "-0.03em" }}
      >
        {initials(name)}
      </text>
    </svg>
  );
}

function Pattern({ seed }: { seed: number }) {
  const [x, y] = CORNERS[seed % CORNERS.length] ?? CORNERS[0];
  if (seed % 3 === 0)
    return RINGS.map((r, at) => <circle key={r} cx={x} cy={y} r={r} opacity={0.5 - 0.06 * at} />);
  if (seed % 3 === 1)
    return RINGS.map((r, at) => (
      <path key={r} d={`M${r - 8} 0V96`} opacity={0.2 + 0.05 * at} strokeWidth={1 + (at % 3)} />
    ));
  return RINGS.map((r, at) => (
    <path key={r} d={`M${2 * r - 90} 96L${2 * r} 0`} opacity={0.45 - 0.05 * at} />
  ));
}

function seedOf(name: string): number {
  return [...name].reduce((sum, letter) => (31 * sum + (letter.codePointAt(0) ?? 0)) % 9973, 7);
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
