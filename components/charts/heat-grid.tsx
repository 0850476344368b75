import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";
import { HeatScaleBar } from "./heat-scale-bar.tsx";
import { type HeatScale, heatStep, heatTokens } from "./heat-step.ts";

/** `text` is the number; `name` stands over it and `note` under it, both small. A `value` of null has no colour. */
export type HeatGridCell = {
  value: number | null;
  text: string;
  name?: string;
  note?: string;
  /** The rows behind the number, and what is read out before it */
  link?: HeatGridLink;
};

export type HeatGridLink = { href: string; lead: string };

/** `note` stands under the name, small. */
export type HeatGridRow = {
  key: string;
  name: string;
  note?: string;
  /** The rows that the whole of it counts, and what is read out before the name */
  link?: HeatGridLink;
  cells: readonly HeatGridCell[];
};

export type HeatGridProps = {
  /** What the table holds, read out when its scroll region gets the focus */
  label: string;
  /** Over the names of the rows */
  corner: string;
  columns: readonly { key: string; name: string }[];
  rows: readonly HeatGridRow[];
  scale: HeatScale;
  /** The rows have names, not a letter or a month: their column is wider where there is room */
  hasNames?: boolean;
};

/** Columns are equal; narrower than this, the table scrolls. */
const HEAD_REM = 5;
const CELL_REM = 4.75;

/** Numbers in colour with a word each: the number first, its colour second. Each may lead to what it counts. */
export function HeatGrid(props: HeatGridProps) {
  const { label, corner, columns, rows, scale, hasNames = false } = props;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative -m-0.5 overflow-x-auto print:overflow-visible"
    >
      <table
        className={cx("heat-table heat-grid", hasNames && "has-names")}
        style={{ minInlineSize: `${HEAD_REM + CELL_REM * columns.length}rem` }}
      >
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, note, link, cells }) => (
            <tr key={key}>
              <th scope="row">
                <MaybeLink link={link}>
                  {name}
                  {note && <span className="block text-2xs font-normal text-muted">{note}</span>}
                </MaybeLink>
              </th>
              {columns.map((column, index) => (
                <Cell key={column.key} cell={cells[index]} scale={scale} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, scale }: { cell: HeatGridCell | undefined; scale: HeatScale }) {
  if (!cell || cell.value === null) {
    return (
      <td className="inset-ring inset-ring-hairline text-muted">
        <CellWords cell={cell} />
      </td>
    );
  }
  return (
    <td className="heat" style={heatTokens(heatStep(cell.value, scale), scale.kind)}>
      <MaybeLink link={cell.link}>
        <CellWords cell={cell} />
      </MaybeLink>
    </td>
  );
}

function MaybeLink({ link, children }: { link: HeatGridLink | undefined; children: ReactNode }) {
  if (!link) return children;
  return (
    <Link
      href={link.href}
      prefetch={false}
      className="relative block min-h-11 content-center rounded-sm outline-offset-1 hover:underline sm:min-h-9"
    >
      <span className="sr-only">{link.lead} </span>
      {children}
    </Link>
  );
}

function CellWords({ cell }: { cell: HeatGridCell | undefined }) {
  return (
    <>
      {cell?.name && <span className="block text-2xs leading-4 text-pretty">{cell.name}</span>}
      <b className={cell?.value == null ? "block font-normal" : "block font-semibold"}>
        {cell?.text ?? "–"}
      </b>
      {cell?.note && <span className="block text-2xs leading-4">{cell.note}</span>}
    </>
  );
}

export type HeatKeyProps = { scale: HeatScale; lowName: string; highName: string };

/** What the colours of a grid say, from one end to the other. */
export function HeatKey({ scale, lowName, highName }: HeatKeyProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-muted">
      {lowName}
      <HeatScaleBar kind={scale.kind} />
      {highName}
    </p>
  );
}
