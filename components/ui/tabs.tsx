import Link from "next/link";
import { cx } from "#lib/class-names.ts";

export type Tab = { label: string; href: string; isCurrent: boolean };
export type TabsProps = { label: string; tabs: readonly Tab[] };

/** Views of the same object, each with an address of its own. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="no-print overflow-x-auto border-b border-hairline">
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.isCurrent ? "page" : undefined}
              className={cx(
                TAB,
                tab.isCurrent ? "border-primary text-text" : "border-transparent text-muted",
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const TAB =
  "flex h-11 items-center border-b-2 font-medium -outline-offset-2 hover:text-text sm:h-10";
