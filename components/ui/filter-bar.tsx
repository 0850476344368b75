import { TriangleAlert, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link.tsx";

export type FilterBarProps = {
  /** Stands first: the saved views */
  start?: ReactNode;
  /** A <SearchField> */
  search?: ReactNode;
  /** <FilterChip>s and what is made of them */
  children?: ReactNode;
  /** How many filters leave rows out, and the address without them */
  clear: { count: number; href: string };
  /** What the address says and nobody knows, in words, and the address without it */
  unknown?: readonly { text: string; href: string }[];
  /** What is found, read out when it changes: "12 customers match" */
  result: string;
  /** Stands at the end: columns, a file */
  end?: ReactNode;
};

/** Search and filters above a list. All of it lives in the address. */
export function FilterBar({
  start,
  search,
  children,
  clear,
  unknown = [],
  result,
  end,
}: FilterBarProps) {
  const t = useTranslations("lists");
  return (
    <div className="no-print grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="relative flex flex-wrap items-center gap-2">
        {start}
        {search}
        {children}
        {clear.count > 0 && (
          <ButtonLink href={clear.href} variant="quiet">
            <X />
            {t("clearFilters", { count: clear.count })}
          </ButtonLink>
        )}
        {end && <div className="ms-auto flex flex-wrap items-center gap-1">{end}</div>}
      </div>
      {unknown.length > 0 && <UnknownFilters unknown={unknown} />}
      <p role="status" className="sr-only">
        {result}
      </p>
    </div>
  );
}

function UnknownFilters({ unknown }: { unknown: NonNullable<FilterBarProps["unknown"]> }) {
  const t = useTranslations("lists");
  return (
    <ul className="flex flex-wrap gap-2">
      {unknown.map(({ text, href }) => (
        <li key={text} className={UNKNOWN}>
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0 text-warn" />
          <span className="min-w-0 break-words">{text}</span>
          <span aria-hidden="true">·</span>
          <Link href={href} className="inline-flex min-h-6 items-center font-medium text-primary">
            {t("clear")}
            <span className="sr-only"> {text}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const UNKNOWN =
  "flex min-h-8 max-w-full items-center gap-1.5 rounded-sm border border-hairline bg-tint-warn px-2.5 text-xs";
