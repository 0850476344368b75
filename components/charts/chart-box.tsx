"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "#lib/class-names.ts";

export type ChartBoxProps = {
  /** Read out instead of the drawing */
  label: string;
  /** px, the same before and after drawing */
  height: number;
  /** Shows a sentence instead of the drawing */
  isEmpty?: boolean;
  /** Under the drawing: a ChartLegend */
  foot?: ReactNode;
  /** The drawing for a width in px */
  children: (width: number) => ReactNode;
};

const FIRST_WIDTH = 600;
/** Printing resizes the page for a moment: a redraw that waits leaves the drawing in the print. */
const AFTER_PRINT_MS = 200;

/** Every drawing stands in one: a name, a fixed height, the width there is, and the whole of it on paper. */
export function ChartBox({ label, height, isEmpty = false, foot, children }: ChartBoxProps) {
  const [box, width] = useBoxWidth();
  if (isEmpty) return <ChartEmpty height={height} />;
  return (
    <div className="@container print:w-160 print:max-w-full">
      {/* Time and amounts run from left to right in every language; words inside follow their own. */}
      <div
        ref={box}
        role="img"
        aria-label={label}
        dir="ltr"
        className={cx("chart", PRINTABLE, WHILE_RESIZING)}
        style={{ height }}
      >
        {children(width)}
      </div>
      {foot}
    </div>
  );
}

/** No data is "–" and a sentence, never a line at 0. */
export function ChartEmpty({ height }: { height: number }) {
  const t = useTranslations("charts");
  return (
    <p
      className="flex flex-col items-center justify-center rounded-sm border border-dashed border-hairline px-4 text-center text-2xs text-muted"
      style={{ height }}
    >
      <span aria-hidden="true" className="text-2xl">
        –
      </span>
      {t("noData")}
    </p>
  );
}

/** The width of the box, px, after it has stood still for a moment. */
function useBoxWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    if (!box.current) return;
    setWidth(Math.floor(box.current.clientWidth) || FIRST_WIDTH);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(([entry]) => {
      clearTimeout(timer);
      const now = Math.floor(entry?.contentRect.width ?? 0);
      timer = setTimeout(() => {
        if (now > 0 && !matchMedia("print").matches) setWidth(now);
      }, AFTER_PRINT_MS);
    });
    observer.observe(box.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return [box, width] as const;
}

/** Until the redraw a turned phone must not scroll sideways. */
const WHILE_RESIZING = "min-w-0 overflow-x-clip print:overflow-visible";
/** A page has its own width: the whole drawing grows or shrinks to it instead of being cut. */
const PRINTABLE = cx(
  "print:h-auto! print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full!",
  "print:[&_.recharts-surface]:h-auto! print:[&_.recharts-surface]:w-full!",
);
