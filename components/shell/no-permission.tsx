import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What a member sees whose role does not open this page. */
export function NoPermission() {
  const t = useTranslations("errors");
  return (
    <EmptyState kind="no-permission" level={1} title={t("noPermissionTitle")}>
      {t("noPermissionText")}
    </EmptyState>
  );
}
