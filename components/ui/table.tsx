import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

export type TableProps = {
  /** What the table holds, read out when its scroll region gets the focus */
  label: string;
  children: ReactNode;
  className?: string;
  /** For a long list: it scrolls in sight of its head, and single keys move through its rows. */
  isList?: boolean;
};

/** A table that scrolls inside its own region where the screen is too narrow. */
export function Table({ label, children, className, isList = false }: TableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cx(
        "relative overflow-x-auto -outline-offset-2 print:overflow-visible",
        isList && "list-region",
      )}
    >
      <table {...(isList ? { "data-list": "" } : {})} className={cx("data-table", className)}>
        {children}
      </table>
    </section>
  );
}

export type Align = "start" | "end";

export type ThProps = {
  children?: ReactNode;
  align?: Align;
  /** The address that sorts by this column, and how it is sorted now */
  sort?: SortLinkProps;
  /** Stands under it */
  note?: ReactNode;
  className?: string;
};

export type SortLinkProps = { href: string; direction: "ascending" | "descending" | null };

/** The head of a column; a link where the column sorts. */
export function Th({ children, align = "start", sort, note, className }: ThProps) {
  return (
    <th
      scope="col"
      data-align={align}
      className={className}
      {...(sort?.direction ? { "aria-sort": sort.direction } : {})}
    >
      {sort ? <SortLink {...sort}>{children}</SortLink> : children}
      {note}
    </th>
  );
}

function SortLink({ href, direction, children }: SortLinkProps & { children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 min-w-6 items-center gap-1 hover:text-text max-sm:min-h-11"
    >
      {children}
      {direction === "ascending" && <ArrowUp className="size-3" />}
      {direction === "descending" && <ArrowDown className="size-3" />}
    </Link>
  );
}

export type TdProps = { children?: ReactNode; align?: Align; className?: string; colSpan?: number };

/** A cell; numbers stand at the end. */
export function Td({ align = "start", ...props }: TdProps) {
  return <td data-align={align} {...props} />;
}

/** The cell that names its row. */
export function RowTh({ align = "start", ...props }: TdProps) {
  return <th scope="row" data-align={align} {...props} />;
}
