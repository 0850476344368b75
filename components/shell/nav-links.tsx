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
};

/** Links to sections in the side bar; the one the page lies in is marked, and shows what stands under it. */
export function NavLinks({ slug, entries }: NavLinksProps) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const isIn = (entry: NavEntry) => isInSection(entry, slug, pathname);
  return (
    <ul className="flex flex-col gap-0.5">
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
                className={rowStyle(isCurrent)}
              >
                <NavIcon entry={entry.key} />
                {t(entry.key)}
              </Link>
              {isCurrent && below.length > 0 && <LinksUnder {...{ slug, below, current }} />}
            </li>
          );
        })}
    </ul>
  );
}

/** How a link is marked that leads to the page itself, or to what it belongs to. */
export function markOf(isCurrent: boolean, isAbove: boolean): "page" | "true" | undefined {
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
