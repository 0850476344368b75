import type { MarkShape } from "./series-look.ts";

export type MarkProps = {
  shape: MarkShape;
  x: number;
  y: number;
  /** A token: "var(--actual)" */
  color: string;
  /** Half of its height, px */
  size?: number;
  /** Filled with the surface */
  isHollow?: boolean;
};

/** One point of a series, with an edge that parts it from the line under it. */
export function Mark({ shape, x, y, color, size = 4, isHollow = false }: MarkProps) {
  return (
    <path
      d={OUTLINES[shape](size)}
      transform={`translate(${Math.round(10 * x) / 10} ${Math.round(10 * y) / 10})`}
      fill={isHollow ? "var(--surface)" : color}
      stroke={isHollow ? color : "var(--surface)"}
      strokeWidth={isHollow ? 1.75 : 1}
    />
  );
}

/** Around 0, 0; areas are about equal, so that no series looks heavier. */
const OUTLINES: Record<MarkShape, (size: number) => string> = {
  circle: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  square: (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  triangle: (r) => `M0 ${-1.3 * r}L${1.3 * r} ${r}H${-1.3 * r}Z`,
  wedge: (r) => `M0 ${1.3 * r}L${1.3 * r} ${-r}H${-1.3 * r}Z`,
  diamond: (r) => `M0 ${-1.4 * r}L${1.4 * r} 0L0 ${1.4 * r}L${-1.4 * r} 0Z`,
  cross: (r) =>
    `M${-r} ${-1.3 * r}L0 ${-0.4 * r}L${r} ${-1.3 * r}L${1.3 * r} ${-r}L${0.4 * r} 0L${1.3 * r} ${r}L${r} ${1.3 * r}L0 ${0.4 * r}L${-r} ${1.3 * r}L${-1.3 * r} ${r}L${-0.4 * r} 0L${-1.3 * r} ${-r}Z`,
};
