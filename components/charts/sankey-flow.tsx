"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Sankey } from "recharts";
import { CHART } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { type FlowDirection, type FlowLink, type FlowNode, flowLinks } from "./flow-links.ts";
import { PlotText } from "./plot-text.tsx";
import { textWidth } from "./text-width.ts";
import { cutShort } from "./wrap-words.ts";

export type SankeyFlowProps = {
  /** Read out instead of the drawing */
  label: string;
  /** Best first, seven at most */
  tiers: readonly string[];
  /** What they are called at the end, where that differs */
  tiersAfter?: readonly string[];
  /** matrix[from][to]: how many moved */
  matrix: readonly (readonly number[])[];
  /** Whether the last of them are those in no tier */
  hasOutside?: boolean;
  /** Over the two ends: "March", "June" */
  before: string;
  after: string;
  format: ChartFormat;
};

const HEIGHT = 300;
const MOST_TIERS = 7;
/** From so many tiers on the drawing is higher. */
const MANY_TIERS = 5;
const NODE_GAP = 24;
/** For a name over its number */
const WIDE_GAP = 34;
const NODE_WIDTH = 8;
const TOP = 36;

/** How customers moved between tiers: up, down, or not; the table is the whole matrix. */
export function SankeyFlow(props: SankeyFlowProps) {
  const { label, format, before, after } = props;
  const tiers = props.tiers.slice(0, MOST_TIERS);
  const named = { before: tiers, after: (props.tiersAfter ?? tiers).slice(0, MOST_TIERS) };
  const height = HEIGHT + 48 * Math.max(0, tiers.length - MANY_TIERS);
  const hatch = useId();
  const { nodes, links } = flowLinks(
    props.matrix.slice(0, MOST_TIERS).map((row) => row.slice(0, MOST_TIERS)),
    props.hasOutside ? props.matrix.length - 1 : null,
  );
  const isEmpty = links.length === 0;
  return (
    <ChartBox label={label} height={height} isEmpty={isEmpty} foot={<Directions links={links} />}>
      {(width) => {
        const longest = Math.max(...named.before.map(textWidth), ...named.after.map(textWidth));
        const side = Math.min(width * 0.34, 72 + longest);
        const isNarrow = 72 + longest > side;
        const wordsOf = (node: FlowNode) => {
          const number = chartText(node.total, format);
          const name = cutShort(named[node.side][node.tier] ?? "", side - 12);
          return isNarrow ? [name, number] : [`${name} ${number}`];
        };
        return (
          <Sankey
            {...CHART}
            title={label}
            width={width}
            height={height}
            data={{
              nodes: nodes.map((node) => ({ ...node, name: named[node.side][node.tier] })),
              links,
            }}
            margin={{ top: TOP, right: side, bottom: 16, left: side }}
            nodeWidth={NODE_WIDTH}
            nodePadding={isNarrow ? WIDE_GAP : NODE_GAP}
            sort={false}
            iterations={0}
            node={({ x, y, height, index }) => (
              <Tier node={nodes[index]} x={x} y={y} height={height} wordsOf={wordsOf} />
            )}
            link={({ index, ...path }) => (
              <Flow direction={links[index]?.direction ?? "same"} hatch={hatch} path={path} />
            )}
          >
            <Hatch id={hatch} />
            <PlotText x={side + NODE_WIDTH} y={12} anchor="end" lines={[before]} isBold />
            <PlotText x={width - side - NODE_WIDTH} y={12} lines={[after]} isBold />
          </Sankey>
        );
      }}
    </ChartBox>
  );
}

type TierProps = {
  node: FlowNode | undefined;
  x: number;
  y: number;
  height: number;
  wordsOf: (node: FlowNode) => string[];
};

function Tier({ node, x, y, height, wordsOf }: TierProps) {
  if (!node) return <g />;
  const isBefore = node.side === "before";
  const lines = wordsOf(node);
  return (
    <g>
      <rect x={x} y={y} width={NODE_WIDTH} height={Math.max(1, height)} rx={2} fill="var(--text)" />
      <PlotText
        x={isBefore ? x - 8 : x + NODE_WIDTH + 8}
        y={y + height / 2 + 4 - 8 * (lines.length - 1)}
        anchor={isBefore ? "end" : "start"}
        lines={lines}
      />
    </g>
  );
}

type FlowPath = {
  sourceX: number;
  targetX: number;
  sourceY: number;
  targetY: number;
  sourceControlX: number;
  targetControlX: number;
  linkWidth: number;
};

const FLOW_COLOR: Record<FlowDirection, string> = {
  up: "var(--seq-5)",
  same: "var(--control-border)",
  down: "var(--div-2)",
  beyond: "var(--muted)",
};
const FLOW_OPACITY: Record<FlowDirection, number> = {
  up: 0.6,
  same: 0.25,
  down: 0.6,
  beyond: 0.45,
};

/** Down is hatched as well, so that the direction does not hang on colour. */
function Flow({
  direction,
  hatch,
  path,
}: {
  direction: FlowDirection;
  hatch: string;
  path: FlowPath;
}) {
  const { sourceX, targetX, sourceY, targetY, sourceControlX, targetControlX, linkWidth } = path;
  const half = Math.max(1, linkWidth) / 2;
  return (
    <path
      d={`M${sourceX} ${sourceY - half}C${sourceControlX} ${sourceY - half} ${targetControlX} ${targetY - half} ${targetX} ${targetY - half}V${targetY + half}C${targetControlX} ${targetY + half} ${sourceControlX} ${sourceY + half} ${sourceX} ${sourceY + half}Z`}
      fill={direction === "down" ? `url(#${hatch})` : FLOW_COLOR[direction]}
      fillOpacity={FLOW_OPACITY[direction]}
    />
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={6} height={6} fill={FLOW_COLOR.down} />
        <path d="M0 0V6" stroke="var(--surface)" strokeWidth={2} opacity={0.5} />
      </pattern>
    </defs>
  );
}

/** What the colours mean; those in no tier only where there are some. */
function Directions({ links }: { links: readonly FlowLink[] }) {
  const t = useTranslations("charts");
  const hatch = useId();
  const hasBeyond = links.some(({ direction }) => direction === "beyond");
  const shown = ["up", "same", "down", ...(hasBeyond ? ["beyond" as const] : [])] as const;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted">
      {shown.map((direction) => (
        <li key={direction} className="flex items-center gap-1.5">
          <svg width={16} height={12} aria-hidden="true">
            <Hatch id={`${hatch}${direction}`} />
            <rect
              width={16}
              height={12}
              rx={2}
              fill={direction === "down" ? `url(#${hatch}${direction})` : FLOW_COLOR[direction]}
              fillOpacity={FLOW_OPACITY[direction]}
            />
          </svg>
          {t(`directions.${direction}`)}
        </li>
      ))}
    </ul>
  );
}
