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
export type TabLinksProps = { label: string; links: readonly TabLink[] };

/** Views of one object, each with an address of its own. */
export function TabLinks({ label, links }: TabLinksProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="no-print">
      <ul className={TAB_ROW}>
        {links.map((link) => (
          <li key={link.href} ref={isCurrent(link, pathname) ? reveal : null} className="flex">
            <Link
              href={link.href}
              aria-current={isCurrent(link, pathname) ? "page" : undefined}
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

function isCurrent({ href, section }: TabLink, pathname: string): boolean {
  return section === undefined ? href === pathname : pathname.startsWith(section);
}

/** On a phone the row scrolls: the current view is never out of sight. scrollIntoView would also move where Tab begins. */
function reveal(tab: HTMLLIElement | null): void {
  const row = tab?.parentElement;
  if (tab && row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
