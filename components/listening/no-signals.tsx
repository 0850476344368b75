import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";

export type NoSignalsProps = {
  /** How many ways the list is narrowed */
  filters: number;
  /** The list without a filter */
  href: string;
  /** For those who may import */
  importButton: ReactNode;
};

/** Nothing has been said yet, or nothing that matches. */
export function NoSignals({ filters, href, importButton }: NoSignalsProps) {
  const t = useTranslations("listening");
  if (filters === 0)
    return (
      <EmptyState kind="nothing-yet" title={t("emptyTitle")} actions={importButton}>
        {importButton ? t("emptyText") : t("emptyReadOnly")}
      </EmptyState>
    );
  return (
    <NoMatch title={t("noMatch")} filters={filters} href={href}>
      {t("noMatchText")}
    </NoMatch>
  );
}
