export type PlotTextProps = {
  x: number;
  /** Base line of the first line */
  y: number;
  /** The first line is strong unless the text is muted */
  lines: readonly string[];
  anchor?: "start" | "middle" | "end";
  isMuted?: boolean;
  /** The weight of a finding: a value, the name of a quadrant */
  isBold?: boolean;
  isBad?: boolean;
};

const LINE_HEIGHT = 16;

/** Words in a drawing, with a halo of the surface where they cross a line. */
export function PlotText(props: PlotTextProps) {
  const { x, y, lines, anchor = "start", isMuted = false, isBold = false, isBad = false } = props;
  const strong = isBold ? "font-semibold" : "font-medium";
  return (
    <text
      textAnchor={anchor}
      className="stroke-surface [paint-order:stroke] [unicode-bidi:plaintext]"
      strokeWidth={4}
      strokeLinejoin="round"
    >
      {lines.map((line, index) => (
        <tspan
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          key={index}
          x={x}
          y={y + LINE_HEIGHT * index}
          className={inkOf(index === 0 && !isMuted, isBad, strong)}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

function inkOf(isStrong: boolean, isBad: boolean, strong: string): string {
  if (isBad) return `fill-bad ${strong}`;
  return isStrong ? `fill-text ${strong}` : "fill-muted";
}
