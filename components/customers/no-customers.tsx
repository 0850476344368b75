import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";

export type NoCustomersProps = {
  /** How many filters leave customers out, and the list without them */
  filters: { count: number; href: string };
  /** Only numbers are searched */
  isMasked: boolean;
  /** null for those who may not import */
  importHref: string | null;
};

/** Nobody matches, or nobody is there yet. */
export function NoCustomers({ filters, isMasked, importHref }: NoCustomersProps) {
  const t = useTranslations("customers");
  if (filters.count > 0) {
    return (
      <NoMatch title={t("noMatchTitle")} filters={filters.count} href={filters.href}>
        {t(isMasked ? "noMatchNumberText" : "noMatchText")}
      </NoMatch>
    );
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title={t("nothingTitle")}
      actions={
        importHref && (
          <ButtonLink href={importHref} variant="primary" data-shortcut="create">
            {t("import")}
          </ButtonLink>
        )
      }
    >
      {t("nothingText")}
    </EmptyState>
  );
}
