import type { ReactNode } from "react";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";

export type ExampleFigureProps = {
  title: string;
  caption: string;
  /** The numbers behind the drawing; left out where the figure is itself a table */
  head?: readonly string[];
  rows?: readonly (readonly string[])[];
  children: ReactNode;
};

/** A figure with its table, of invented numbers. */
export function ExampleFigure({ title, caption, head, rows = [], children }: ExampleFigureProps) {
  const keyed = rows.map((cells, index) => ({ key: String(index), cells }));
  return (
    <Figure
      title={title}
      caption={caption}
      exportHref={null}
      table={head && { label: title, content: <DataRows head={head} rows={keyed} /> }}
    >
      {children}
    </Figure>
  );
}
