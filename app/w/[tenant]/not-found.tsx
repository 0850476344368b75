import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("notFoundTitle") };
}

export default async function WorkspaceNotFound() {
  const t = await getTranslations("errors");
  return (
    <EmptyState
      kind="no-match"
      level={1}
      title={t("notFoundTitle")}
      actions={<ButtonLink href="/">{t("toHome")}</ButtonLink>}
    >
      {t("notFoundText")}
    </EmptyState>
  );
}
