import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";

export type NoEventsProps = {
  /** How many ways the list is narrowed */
  filters: number;
  href: string;
};

/** Nothing has happened yet, or nothing that matches. */
export function NoEvents({ filters, href }: NoEventsProps) {
  const t = useTranslations("audit");
  if (filters === 0)
    return (
      <EmptyState kind="nothing-yet" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  return (
    <NoMatch title={t("noMatch")} filters={filters} href={href}>
      {t("noMatchText")}
    </NoMatch>
  );
}
