"use client";

import { useTranslations } from "next-intl";
import { FailedPage } from "#components/shell/failed-page.tsx";
import { FullPage } from "#components/shell/full-page.tsx";

type Props = Readonly<{ error: unknown; retry: () => void }>;

export default function RootError({ error, retry }: Props) {
  const t = useTranslations("common");
  return (
    <FullPage appName={t("appName")}>
      <FailedPage error={error} retry={retry} />
    </FullPage>
  );
}
