import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";
import type { NoWatchList as Reason } from "#lib/defection/index.ts";

export type NoWatchListProps = {
  reason: Reason;
  /** Where a run is started; null for those who may not */
  href: string | null;
};

/** Why nobody is known to be at risk, and the way out. */
export function NoWatchList({ reason, href }: NoWatchListProps) {
  const t = useTranslations("watchlist.empty");
  return (
    <EmptyState
      kind="nothing-yet"
      title={t(`${reason}.title`)}
      actions={
        href && (
          <ButtonLink href={href} variant="primary">
            {t(reason === "no_run" ? "compute" : "again")}
          </ButtonLink>
        )
      }
    >
      {t(`${reason}.text`)} {href === null && t("askSomebody")}
    </EmptyState>
  );
}

export type NobodyWatchedProps = {
  /** How many ways the list is narrowed */
  filters: number;
  /** The list without a filter */
  href: string;
};

/** Nobody is at risk, or nobody who matches. */
export function NobodyWatched({ filters, href }: NobodyWatchedProps) {
  const t = useTranslations("watchlist.empty");
  if (filters === 0)
    return (
      <EmptyState kind="no-match" title={t("none.title")}>
        {t("none.text")}
      </EmptyState>
    );
  return (
    <NoMatch title={t("noMatch")} filters={filters} href={href}>
      {t("noMatchText")}
    </NoMatch>
  );
}
