"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { TAB, TAB_ROW } from "./tab-style.ts";

export type TabLink = {
  href: string;
  label: string /** Beside the label, muted: how many */;
  count?: string;
  /** Every page whose address begins so belongs to the tab; its own alone when left out */
  section?: string;
};
export type TabLinksProps = {
  label: string;
  links: readonly TabLink[];
  /** Taken along from view to view: "?month=2026-08" */
  query?: string;
};

/** Views of one object, each with an address of its own. */
export function TabLinks({ label, links, query = "" }: TabLinksProps) {
  const pathname = usePathname();
  const current = currentOf(links, pathname);
  return (
    <nav aria-label={label} className="no-print">
      <ul className={TAB_ROW}>
        {links.map((link) => (
          <li key={link.href} ref={link === current ? reveal : null} className="flex">
            <Link
              href={link.href + query}
              aria-current={
                link === current ? (isOwn(link, pathname) ? "page" : "true") : undefined
              }
              className={TAB}
            >
              {link.label}
              {link.count && (
                <span className="font-normal text-muted tabular-nums">{link.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isOwn({ href, section }: TabLink, pathname: string): boolean {
  return section === undefined ? href === pathname : pathname.startsWith(section);
}

/** The view of this page, or the one that it belongs to; the first of all belongs to every view, and marks only itself. */
function currentOf(links: readonly TabLink[], pathname: string): TabLink | undefined {
  const isAbove = (href: string, other: string) => other.startsWith(`${href}/`);
  const isOverAll = (href: string) => links.some((link) => isAbove(href, link.href));
  return links.find(
    (link) => isOwn(link, pathname) || (isAbove(link.href, pathname) && !isOverAll(link.href)),
  );
}

/** On a phone the row scrolls: the current view is never out of sight. scrollIntoView would also move where Tab begins. */
function reveal(tab: HTMLLIElement | null): void {
  const row = tab?.parentElement;
  if (tab && row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
