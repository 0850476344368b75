import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";
import type { RecordKind } from "#lib/records/types.ts";

export type NoRecordsProps = {
  kind: RecordKind;
  /** How many ways the list is narrowed */
  filters: number;
  /** The list without a filter */
  href: string;
  /** Where a search that stopped goes on, and after how many records it stopped */
  further: { href: string; searched: string } | null;
  /** For those who may import */
  importButton: ReactNode;
};

/** There are none of the kind yet, or none that match. */
export function NoRecords({ kind, filters, href, further, importButton }: NoRecordsProps) {
  const t = useTranslations("records");
  if (filters === 0)
    return (
      <EmptyState kind="nothing-yet" title={t("emptyTitle", { kind })} actions={importButton}>
        {importButton ? t("emptyText", { kind }) : t("emptyReadOnly")}
      </EmptyState>
    );
  if (further)
    return (
      <NoMatch
        title={t("noMatchYet", { kind, searched: further.searched })}
        filters={filters}
        href={href}
        further={
          <ButtonLink href={further.href} variant="primary">
            {t("searchFurther")}
          </ButtonLink>
        }
      >
        {t("noMatchYetText")}
      </NoMatch>
    );
  return (
    <NoMatch title={t("noMatch", { kind })} filters={filters} href={href}>
      {t("noMatchText")}
    </NoMatch>
  );
}
