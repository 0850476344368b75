import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

export type SummaryLineProps = {
  children: ReactNode;
  /** A smaller line, beside what it opens */
  isSmall?: boolean;
};

/** The line of a <details> that opens and closes it; its arrow shows which. */
export function SummaryLine({ children, isSmall = false }: SummaryLineProps) {
  return (
    <summary
      className={cx(
        "flex cursor-pointer list-none items-center gap-1.5 font-medium [&::-webkit-details-marker]:hidden",
        isSmall ? "min-h-11 text-xs sm:min-h-8" : "min-h-11 sm:min-h-6",
      )}
    >
      <ChevronRight
        aria-hidden="true"
        className="shrink-0 text-muted in-[[open]>summary]:rotate-90 rtl:-scale-x-100"
      />
      {children}
    </summary>
  );
}
