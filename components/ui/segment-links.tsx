import Link from "next/link";

export type SegmentLinksProps = {
  label: string;
  links: readonly { href: string; label: string; isCurrent: boolean }[];
};

/** One of two or three ways to see the same, each with an address of its own. */
export function SegmentLinks({ label, links }: SegmentLinksProps) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="inline-flex flex-wrap gap-0.5 rounded-sm bg-raised p-0.5 inset-ring inset-ring-hairline">
        {links.map(({ href, label: words, isCurrent }) => (
          <li key={href} className="flex">
            <Link
              href={href}
              scroll={false}
              aria-current={isCurrent ? "true" : undefined}
              className={SEGMENT}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const SEGMENT =
  "flex h-11 items-center rounded-xs px-3 text-xs font-medium text-muted sm:h-7 " +
  "aria-current:bg-surface aria-current:text-text aria-current:ring aria-current:ring-edge " +
  "forced-color-adjust-none forced-colors:aria-current:bg-primary forced-colors:aria-current:text-on-primary";
