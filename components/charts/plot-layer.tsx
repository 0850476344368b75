"use client";

import type { ReactNode } from "react";
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";

/** From numbers and categories to px. */
export type Scales = {
  x: (at: number | string) => number;
  y: (at: number) => number;
  plot: { left: number; right: number; top: number; bottom: number };
};

export type PlotLayerProps = {
  children: (scales: Scales) => ReactNode;
  yAxisId?: string;
  /** Under the marks; words stand above all */
  isBehind?: boolean;
};

/** What a figure draws itself, in the coordinates of the chart around it. */
export function PlotLayer({ children, yAxisId, isBehind = false }: PlotLayerProps) {
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale(yAxisId);
  if (!area || !x || !y) return null;
  const scales: Scales = {
    x: (at) => x(at, { position: "middle" }) ?? area.x,
    y: (at) => y(at) ?? area.y,
    plot: { left: area.x, right: area.x + area.width, top: area.y, bottom: area.y + area.height },
  };
  return (
    <ZIndexLayer zIndex={isBehind ? DefaultZIndexes.area : DefaultZIndexes.label}>
      {children(scales)}
    </ZIndexLayer>
  );
}
