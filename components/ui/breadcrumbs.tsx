import { ChevronLeft, ChevronRight } from "lucide-react";
import NextLink from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";

export type Crumb = {
  label: string;
  /** Left out for the page itself, the last crumb */
  href?: string;
};

export type BreadcrumbsProps = { crumbs: readonly Crumb[] };

/** Where this page lies. Rendered by the page, it stands in the top bar of the frame; a phone shows the way back only. */
export function Breadcrumbs({ crumbs }: BreadcrumbsProps) {
  const t = useTranslations("common");
  const back = crumbs.length > 1 ? crumbs.at(-2) : crumbs.at(-1);
  return (
    <nav aria-label={t("breadcrumbs")} className={PLACE}>
      <ol className="flex min-w-0 items-center gap-2 text-xs text-muted">
        {crumbs.map((crumb) => (
          <CrumbItem
            key={crumb.label}
            crumb={crumb}
            isLast={crumb === crumbs.at(-1)}
            isOnPhone={crumb === back}
          />
        ))}
      </ol>
    </nav>
  );
}

type CrumbItemProps = { crumb: Crumb; isLast: boolean; isOnPhone: boolean };

function CrumbItem({ crumb, isLast, isOnPhone }: CrumbItemProps) {
  return (
    <li
      className={cx(
        "min-w-0 items-center gap-2 lg:flex",
        isOnPhone ? "flex" : "hidden",
        isLast && "lg:shrink-[4]",
      )}
    >
      {crumb.href && <ChevronLeft className="shrink-0 lg:hidden" />}
      {crumb.href ? (
        <NextLink
          href={crumb.href}
          className="flex min-h-11 min-w-0 items-center hover:text-text max-lg:text-sm lg:min-h-6 lg:max-w-56"
        >
          <span className={LABEL}>{crumb.label}</span>
        </NextLink>
      ) : (
        <span
          aria-current={isLast ? "page" : undefined}
          className={cx(LABEL, "max-lg:text-sm", isLast && "font-medium text-text")}
        >
          {crumb.label}
        </span>
      )}
      {!isLast && <ChevronRight className="size-3 shrink-0 opacity-70 max-lg:hidden" />}
    </li>
  );
}

/**
 * Two lines on a phone, where buttons leave little room; one beside the others, and as wide as the search and the buttons leave it. The
 * page itself is cut first: its name is its heading.
 */
const LABEL = "max-lg:line-clamp-2 max-lg:leading-tight lg:truncate";
const PLACE =
  "crumbs no-print absolute start-[min(3.5rem,68px)] top-0 flex h-14 max-w-[calc(100%-min(13rem,260px))] " +
  "min-w-0 items-center lg:start-8 lg:max-w-[calc(100%-min(25rem,22vw+10rem))]";
