import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type NoCustomersProps = {
  isFiltered: boolean;
  /** Only numbers are searched */
  isMasked: boolean;
  /** The list without a filter */
  href: string;
  /** null for those who may not import */
  importHref: string | null;
};

/** Nobody matches, or nobody is there yet. */
export function NoCustomers({ isFiltered, isMasked, href, importHref }: NoCustomersProps) {
  const t = useTranslations("customers");
  if (isFiltered) {
    return (
      <EmptyState
        kind="no-match"
        title={t("noMatchTitle")}
        actions={<ButtonLink href={href}>{t("clear")}</ButtonLink>}
      >
        {t(isMasked ? "noMatchNumberText" : "noMatchText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title={t("nothingTitle")}
      actions={
        importHref && (
          <ButtonLink href={importHref} variant="primary">
            {t("import")}
          </ButtonLink>
        )
      }
    >
      {t("nothingText")}
    </EmptyState>
  );
}
