import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type NoPermissionProps = {
  /** The names of those who can change a role */
  owners?: readonly string[];
  locale?: string;
};

/** What a member sees whose role does not open this page, and whom to ask. */
export function NoPermission({ owners = [], locale = "en" }: NoPermissionProps) {
  const t = useTranslations("errors");
  const names = new Intl.ListFormat(locale, { type: "disjunction" }).format(owners);
  return (
    <EmptyState kind="no-permission" level={1} title={t("noPermissionTitle")}>
      {owners.length > 0
        ? t("noPermissionAsk", { owners: names, count: owners.length })
        : t("noPermissionText")}
    </EmptyState>
  );
}
