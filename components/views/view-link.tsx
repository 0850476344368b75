import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

export type ViewLinkProps = { href: string; isCurrent: boolean; children: ReactNode };

/** One view to open. */
export function ViewLink({ href, isCurrent, children }: ViewLinkProps) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={cx(
        "flex min-h-11 min-w-0 items-center rounded-sm px-2 text-xs hover:bg-raised sm:min-h-8",
        isCurrent && "font-medium text-primary",
      )}
    >
      <span className="min-w-0 break-words">{children}</span>
    </Link>
  );
}
