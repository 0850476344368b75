import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

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
    <EmptyState
      kind="no-match"
      title={t("noMatch")}
      actions={<ButtonLink href={href}>{t("clear", { count: filters })}</ButtonLink>}
    >
      {t("noMatchText")}
    </EmptyState>
  );
}
