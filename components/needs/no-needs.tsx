import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";

export type NoNeedsProps = {
  /** How many ways the list is narrowed */
  filters: number;
  /** The list without a filter */
  href: string;
  /** For those who may add one */
  addButton: ReactNode;
};

/** No need is on the register yet, or none that matches. */
export function NoNeeds({ filters, href, addButton }: NoNeedsProps) {
  const t = useTranslations("needs");
  if (filters === 0)
    return (
      <EmptyState kind="nothing-yet" title={t("emptyTitle")} actions={addButton}>
        {t(addButton ? "emptyText" : "emptyReadOnly")}
      </EmptyState>
    );
  return (
    <NoMatch title={t("noMatch")} filters={filters} href={href}>
      {t("noMatchText")}
    </NoMatch>
  );
}
