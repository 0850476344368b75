import { useTranslations } from "next-intl";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { HeatScaleBar } from "./heat-scale-bar.tsx";
import { type HeatScale, heatStep, heatTokens } from "./heat-step.ts";

/** null where nobody listens or nothing is known. */
export type HeatCell = { value: number; n: number } | null;

export type HeatTableProps = {
  /** What the table holds, read out when its scroll region gets the focus */
  label: string;
  /** Over the names of the rows */
  corner: string;
  columns: readonly { key: string; name: string }[];
  rows: readonly { key: string; name: string; cells: readonly HeatCell[] }[];
  scale: HeatScale;
  format: ChartFormat;
  /** At the two ends of the scale under the table */
  lowName: string;
  highName: string;
  /** What "–" means here */
  emptyName: string;
};

/** Fewer answers say too little for a colour. */
const LEAST_ANSWERS = 30;

/** Numbers in colour: the number first, its colour second, and how many answers it stands on. */
export function HeatTable(props: HeatTableProps) {
  const { label, corner, columns, rows, scale, format } = props;
  return (
    <div>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative -m-0.5 overflow-x-auto print:overflow-visible"
      >
        <table className="heat-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{corner}</span>
              </th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {columns.map((column, index) => (
                  <Cell
                    key={column.key}
                    cell={cells[index] ?? null}
                    scale={scale}
                    format={format}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <HeatLegend {...props} />
    </div>
  );
}

function Cell({
  cell,
  scale,
  format,
}: { cell: HeatCell } & Pick<HeatTableProps, "scale" | "format">) {
  const t = useTranslations("charts");
  if (!cell) return <td className="inset-ring inset-ring-hairline text-muted">–</td>;
  const n = chartText(cell.n, { locale: format.locale });
  if (cell.n < LEAST_ANSWERS)
    return <td className="hatched text-2xs text-muted">{t("n", { n })}</td>;
  return (
    <td className="heat" style={heatTokens(heatStep(cell.value, scale), scale.kind)}>
      <b className="font-semibold">{chartText(cell.value, format)}</b>{" "}
      <span className="ms-1 text-2xs">
        <span className="sr-only">{t("answers")}</span>
        {n}
      </span>
    </td>
  );
}

function HeatLegend({ scale, lowName, highName, emptyName }: HeatTableProps) {
  const t = useTranslations("charts");
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-muted">
      {lowName}
      <HeatScaleBar kind={scale.kind} />
      {highName}
      <span className="ms-auto">{t("hatchedUnder", { n: LEAST_ANSWERS })}</span>
      <span>– {emptyName}</span>
    </p>
  );
}
