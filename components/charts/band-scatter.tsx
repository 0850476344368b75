"use client";

import { Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { CHART, NUMBER_AXIS, WIDE_FROM } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import { Mark } from "./mark.tsx";
import { nameBelow, nameBeside } from "./named-axes.ts";
import { type Box, placeLabels } from "./place-labels.ts";
import { PlotLayer, type Scales } from "./plot-layer.tsx";
import { PlotText } from "./plot-text.tsx";
import { textWidth } from "./text-width.ts";

type Place = readonly [x: number, y: number];

/** `mark` stands beside it where there is no room for its name. `isSure` false draws it hollow. */
export type BandPoint = {
  key: string;
  name: string;
  mark: string;
  x: number;
  y: number;
  isSure: boolean;
};

/** A part of the plot: its corners, where its name stands, and how much it is tinted, 0..1. */
export type PlotBand = {
  key: string;
  name: string;
  corners: readonly Place[];
  nameAt: Place;
  tint: number;
};

export type BandScatterProps = {
  /** Read out instead of the drawing */
  label: string;
  /** The most important first: it chooses the place of its name first */
  points: readonly BandPoint[];
  bands: readonly PlotBand[];
  xName: string;
  yName: string;
  /** Of both axes */
  domain: readonly [from: number, to: number];
  ticks: readonly number[];
};

const HEIGHT = 440;
const RADIUS = 5;
/** Longer names are cut: the table has the whole. */
const MOST_NAME = 30;

/** Points over the parts of a plot whose borders mean something, named where there is room; the table names all. */
export function BandScatter(props: BandScatterProps) {
  const { label, points, xName, yName, domain, ticks } = props;
  const axis = { ...NUMBER_AXIS, domain: [...domain], ticks: [...ticks] };
  return (
    <ChartBox label={label} height={HEIGHT} isEmpty={points.length === 0}>
      {(width) => (
        <ScatterChart
          {...CHART}
          title={label}
          width={width}
          height={HEIGHT}
          margin={{ top: 8, right: 16, bottom: 20, left: 4 }}
        >
          <XAxis {...axis} dataKey="x" label={nameBelow(xName)} />
          <YAxis {...axis} dataKey="y" width={44} label={nameBeside(yName, 8)} />
          <PlotLayer isBehind>{(scales) => <Bands {...props} scales={scales} />}</PlotLayer>
          <Scatter
            data={[...points]}
            isAnimationActive={false}
            shape={({ cx, cy, payload }: PointAt) => (
              <Mark
                shape="circle"
                x={cx ?? 0}
                y={cy ?? 0}
                size={RADIUS}
                color={payload?.isSure ? "var(--text)" : "var(--muted)"}
                isHollow={!payload?.isSure}
              />
            )}
          />
          <PlotLayer>
            {(scales) => <Names {...props} scales={scales} isWide={width >= WIDE_FROM} />}
          </PlotLayer>
        </ScatterChart>
      )}
    </ChartBox>
  );
}

type PointAt = { cx?: number | undefined; cy?: number | undefined; payload?: BandPoint };
type LayerProps = Pick<BandScatterProps, "bands" | "points"> & { scales: Scales };

function Bands({ bands, scales }: LayerProps) {
  const { x, y } = scales;
  return (
    <g>
      {bands.map(({ key, corners, tint }) => (
        <path
          key={key}
          d={`M${corners.map(([atX, atY]) => `${x(atX)} ${y(atY)}`).join("L")}Z`}
          fill="var(--div-2)"
          fillOpacity={tint}
          stroke="var(--hairline)"
        />
      ))}
    </g>
  );
}

function Names({ bands, points, scales, isWide }: LayerProps & { isWide: boolean }) {
  const { x, y, plot } = scales;
  const named = bands.map(({ key, name, nameAt: [atX, atY] }) => ({
    ...{ key, name, x: x(atX), y: y(atY) },
    box: boxOf(name, x(atX), y(atY)),
  }));
  const words = points.map(({ mark, name }) => (isWide ? `${mark} ${shortened(name)}` : mark));
  const wishes = points.map((point, index) => ({
    ...{ x: x(point.x), y: y(point.y), radius: RADIUS },
    width: textWidth(words[index] ?? ""),
  }));
  const taken = named.map(({ box }) => box);
  const bounds = { ...plot, right: plot.right + 8 };
  const places = placeLabels(wishes, { bounds, taken });
  return (
    <g>
      {named.map(({ key, name, x: atX, y: atY }) => (
        <PlotText key={key} x={atX} y={atY} anchor="middle" lines={[name]} isMuted />
      ))}
      {points.map(({ key, isSure }, index) => {
        const place = places[index];
        return (
          place && <PlotText key={key} {...place} lines={[words[index] ?? ""]} isMuted={!isSure} />
        );
      })}
    </g>
  );
}

function boxOf(name: string, x: number, y: number): Box {
  const half = textWidth(name) / 2 + 3;
  return { left: x - half, right: x + half, top: y - 12, bottom: y + 5 };
}

/** Cut between two words where one ends in time. */
function shortened(name: string): string {
  if (name.length <= MOST_NAME) return name;
  const cut = name.slice(0, MOST_NAME);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > MOST_NAME / 2 ? end : MOST_NAME)}…`;
}
