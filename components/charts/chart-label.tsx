"use client";

export type ChartLabelProps = {
  /** The first line is strong */
  lines: readonly string[];
  /** px from the point */
  dx: number;
  dy: number;
  anchor?: "start" | "end";
  /** No strong line */
  isMuted?: boolean;
  /** Where the point lies: given by recharts */
  viewBox?: { x?: number; y?: number; width?: number; height?: number };
};

/** Words beside a point, with a halo where they cross a line. */
export function ChartLabel({
  lines,
  dx,
  dy,
  anchor = "start",
  isMuted,
  viewBox = {},
}: ChartLabelProps) {
  const x = (viewBox.x ?? 0) + (viewBox.width ?? 0) / 2 + dx;
  const y = (viewBox.y ?? 0) + (viewBox.height ?? 0) / 2 + dy;
  return (
    <text
      textAnchor={anchor}
      className="stroke-surface [paint-order:stroke]"
      strokeWidth={4}
      strokeLinejoin="round"
    >
      {lines.map((line, index) => (
        <tspan
          key={line}
          x={x}
          y={y + 16 * index}
          className={index === 0 && !isMuted ? "fill-text font-medium" : "fill-muted"}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}
