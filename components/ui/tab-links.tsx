"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { TAB, TAB_ROW } from "./tab-style.ts";

export type TabLink = {
  href: string;
  label: string /** Beside the label, muted: how many */;
  count?: string;
};
export type TabLinksProps = { label: string; links: readonly TabLink[] };

/** Views of one object, each with an address of its own. */
export function TabLinks({ label, links }: TabLinksProps) {
  const pathname = usePathname();
  const current = currentOf(links, pathname);
  return (
    <nav aria-label={label} className="no-print">
      <ul className={TAB_ROW}>
        {links.map(({ href, label: words, count }) => (
          <li key={href} ref={href === current ? reveal : null} className="flex">
            <Link
              href={href}
              aria-current={href === current ? (href === pathname ? "page" : "true") : undefined}
              className={TAB}
            >
              {words}
              {count && <span className="font-normal text-muted tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The view of this page, or the one that it belongs to; the first of all belongs to every view, and marks only itself. */
function currentOf(links: readonly TabLink[], pathname: string): string | undefined {
  const isAbove = (href: string, other: string) => other.startsWith(`${href}/`);
  const isOverAll = (href: string) => links.some((link) => isAbove(href, link.href));
  const own = links.find(
    ({ href }) => href === pathname || (isAbove(href, pathname) && !isOverAll(href)),
  );
  return own?.href;
}

/** On a phone the row scrolls: the current view is never out of sight. scrollIntoView would also move where Tab begins. */
function reveal(tab: HTMLLIElement | null): void {
  const row = tab?.parentElement;
  if (tab && row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
