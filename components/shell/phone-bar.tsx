"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { DisclosurePopover } from "#components/ui/disclosure-popover.tsx";
import { cx } from "#lib/class-names.ts";
import { barEntries, entriesUnder, isInSection, type NavEntry } from "./nav-entries.ts";
import { NavIcon } from "./nav-icon.tsx";
import { markOf } from "./nav-links.tsx";

export type PhoneBarProps = { slug: string; entries: readonly NavEntry[] };

/** Links to sections at the foot of a phone: five at most, the last of which opens the others. */
export function PhoneBar({ slug, entries }: PhoneBarProps) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const isIn = (entry: NavEntry) => isInSection(entry, slug, pathname);
  const { shown, more } = barEntries(entries);
  return (
    <ul className="grid auto-cols-fr grid-flow-col">
      {shown.map((entry) => {
        const isAbove = entriesUnder(entries, entry.key).some(isIn);
        const isCurrent = isIn(entry) || isAbove;
        return (
          <li key={entry.key} className="min-w-0">
            <Link
              href={`/w/${slug}${entry.path}`}
              aria-current={markOf(isCurrent, isAbove)}
              className={columnStyle(isCurrent)}
            >
              <NavIcon entry={entry.key} />
              {t(entry.key)}
            </Link>
          </li>
        );
      })}
      {more.length > 0 && (
        <li className="min-w-0">
          {/* Another page is another disclosure: it is closed there. */}
          <DisclosurePopover
            key={pathname}
            isAbove
            align="end"
            triggerClassName={columnStyle(more.some((entry) => !entry.under && isIn(entry)))}
            trigger={
              <>
                <Ellipsis aria-hidden="true" />
                {t("moreSections")}
              </>
            }
          >
            <MoreLinks {...{ slug, more, isIn }} />
          </DisclosurePopover>
        </li>
      )}
    </ul>
  );
}

type MoreLinksProps = {
  slug: string;
  more: readonly NavEntry[];
  isIn: (entry: NavEntry) => boolean;
};

function MoreLinks({ slug, more, isIn }: MoreLinksProps) {
  const t = useTranslations("shell");
  return (
    <ul className="p-1">
      {more.map((entry) => (
        <li key={entry.key}>
          <Link
            href={`/w/${slug}${entry.path}`}
            aria-current={markOf(isIn(entry), false)}
            className={cx(
              "flex min-h-11 items-center gap-3 rounded-sm px-3 font-medium",
              isIn(entry) ? "text-primary" : "hover:bg-raised",
            )}
          >
            <NavIcon entry={entry.key} />
            {t(entry.key)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function columnStyle(isCurrent: boolean): string {
  return cx(
    "flex h-full min-h-16 flex-col items-center gap-1 pt-3 pb-1 text-2xs font-medium -outline-offset-2",
    "text-center hyphens-auto wrap-anywhere",
    "[&_.lucide]:size-5",
    isCurrent ? "text-primary" : "text-muted",
  );
}
