import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

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
    <EmptyState
      kind="no-match"
      title={t("noMatch")}
      actions={<ButtonLink href={href}>{t("clearFilters", { count: filters })}</ButtonLink>}
    >
      {t("noMatchText")}
    </EmptyState>
  );
}
