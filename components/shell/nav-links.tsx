"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";
import { entriesUnder, isInSection, type NavEntry } from "./nav-entries.ts";
import { NavIcon } from "./nav-icon.tsx";

export type NavLinksProps = {
  slug: string;
  entries: readonly NavEntry[];
  /** Rows in the side bar, or columns with the icon above in the bar of a phone */
  look: "rows" | "columns";
};

/** Links to sections; the one the page lies in is marked, and in the side bar shows what stands under it. */
export function NavLinks({ slug, entries, look }: NavLinksProps) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const isIn = (entry: NavEntry) => isInSection(entry, slug, pathname);
  return (
    <ul className={look === "rows" ? "flex flex-col gap-0.5" : "grid auto-cols-fr grid-flow-col"}>
      {entries
        .filter(({ under }) => !under)
        .map((entry) => {
          const below = entriesUnder(entries, entry.key);
          const current = below.find(isIn);
          const isCurrent = isIn(entry) || current !== undefined;
          return (
            <li key={entry.key}>
              <Link
                href={`/w/${slug}${entry.path}`}
                aria-current={markOf(isCurrent, current !== undefined)}
                className={look === "rows" ? rowStyle(isCurrent) : columnStyle(isCurrent)}
              >
                <NavIcon entry={entry.key} />
                {t(entry.key)}
              </Link>
              {look === "rows" && isCurrent && below.length > 0 && (
                <LinksUnder {...{ slug, below, current }} />
              )}
            </li>
          );
        })}
    </ul>
  );
}

/** The page itself, or what it belongs to. */
function markOf(isCurrent: boolean, isAbove: boolean): "page" | "true" | undefined {
  if (!isCurrent) return undefined;
  return isAbove ? "true" : "page";
}

type LinksUnderProps = {
  slug: string;
  below: readonly NavEntry[];
  current: NavEntry | undefined;
};

function LinksUnder({ slug, below, current }: LinksUnderProps) {
  const t = useTranslations("shell");
  return (
    <ul className="ms-4 mt-0.5 flex flex-col gap-0.5 border-s border-hairline ps-2">
      {below.map((entry) => (
        <li key={entry.key}>
          <Link
            href={`/w/${slug}${entry.path}`}
            aria-current={entry === current ? "page" : undefined}
            className={cx(
              "flex h-7 items-center rounded-sm px-2 text-xs font-medium",
              entry === current
                ? "bg-raised text-text inset-ring inset-ring-hairline"
                : "text-muted hover:bg-raised hover:text-text",
            )}
          >
            {t(entry.key)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function rowStyle(isCurrent: boolean): string {
  return cx(
    "flex h-8 items-center gap-2.5 rounded-sm px-2 font-medium",
    isCurrent
      ? "bg-raised text-text inset-ring inset-ring-hairline [&_.lucide]:text-primary"
      : "text-muted hover:bg-raised hover:text-text",
  );
}

function columnStyle(isCurrent: boolean): string {
  return cx(
    "flex h-16 flex-col items-center justify-center gap-1 text-2xs font-medium -outline-offset-2",
    "[&_.lucide]:size-5",
    isCurrent ? "text-primary" : "text-muted",
  );
}
