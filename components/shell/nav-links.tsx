"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";
import { isInSection, type NavEntry } from "./nav-entries.ts";
import { NavIcon } from "./nav-icon.tsx";

export type NavLinksProps = {
  slug: string;
  entries: readonly NavEntry[];
  /** Rows in the side bar, or columns with the icon above in the bar of a phone */
  look: "rows" | "columns";
};

/** Links to sections; the one the page lies in is marked. */
export function NavLinks({ slug, entries, look }: NavLinksProps) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <ul className={look === "rows" ? "flex flex-col gap-0.5" : "grid auto-cols-fr grid-flow-col"}>
      {entries.map((entry) => {
        const isCurrent = isInSection(entry, slug, pathname);
        return (
          <li key={entry.key}>
            <Link
              href={`/w/${slug}${entry.path}`}
              aria-current={isCurrent ? "page" : undefined}
              className={look === "rows" ? rowStyle(isCurrent) : columnStyle(isCurrent)}
            >
              <NavIcon entry={entry.key} />
              {t(entry.key)}
            </Link>
          </li>
        );
      })}
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
