import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { Table } from "#components/ui/table.tsx";
import { cx } from "#lib/class-names.ts";

export type FigureProps = {
  /** What the figure shows, as a sentence */
  title: ReactNode;
  /** What is measured, its unit, n and the interval */
  caption: ReactNode;
  /** The numbers behind the drawing as a table; left out where the figure is itself a table */
  table?: { label: string; content: ReactNode } | undefined;
  /** The same numbers as a file; null where they are invented */
  exportHref: string | null;
  children: ReactNode;
  /** Off for a table, which brings its own padding */
  hasPadding?: boolean;
};

/** A finding with its proof: the drawing, the numbers behind it as a table, and a file. */
export function Figure({
  title,
  caption,
  table,
  exportHref,
  children,
  hasPadding = true,
}: FigureProps) {
  const id = useId();
  return (
    <figure
      aria-labelledby={id}
      className="relative flex min-w-0 flex-col rounded-md border border-hairline bg-surface"
    >
      <figcaption className="px-4 pt-4 sm:px-5">
        <h2 id={id} className={cx("max-w-[76ch]", table ? "sm:me-36" : "sm:me-12")}>
          {title}
        </h2>
        <p className={cx("mt-1 text-2xs text-muted", table ? "sm:me-36" : "sm:me-12")}>{caption}</p>
      </figcaption>
      <div className={hasPadding ? "px-4 pt-4 pb-4 sm:px-5" : "mt-2"}>{children}</div>
      <Tools table={table} exportHref={exportHref} />
    </figure>
  );
}

/** At the foot on a phone, at the end of the title from 640 px up. The table opens under the drawing. */
function Tools({ table, exportHref }: Pick<FigureProps, "table" | "exportHref">) {
  const t = useTranslations("charts");
  return (
    <div className="no-print mt-auto max-sm:border-t max-sm:border-hairline">
      {exportHref && (
        <div className="max-sm:float-end max-sm:me-1 sm:absolute sm:end-3 sm:top-3">
          <ExportMenu href={exportHref} isCompact />
        </div>
      )}
      {table && (
        <details>
          <summary
            className={cx(
              TOOL,
              "list-none max-sm:ms-1 sm:end-14 [&::-webkit-details-marker]:hidden",
            )}
          >
            {t("showData")}
          </summary>
          <div className="max-h-96 overflow-y-auto border-t border-hairline">
            <Table label={table.label}>{table.content}</Table>
          </div>
        </details>
      )}
    </div>
  );
}

const TOOL = cx(buttonStyle({ variant: "quiet", size: "sm" }), "text-2xs sm:absolute sm:top-3");
