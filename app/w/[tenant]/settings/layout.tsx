import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { settingsTabs } from "#components/settings/settings-tabs.ts";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { requireSession } from "#lib/auth/session.ts";

type Props = Readonly<{ children: ReactNode; params: Promise<{ tenant: string }> }>;

/** The views of the settings that this member may open; each page asks for its permission itself. */
export default async function SettingsLayout({ children, params }: Props) {
  const session = await requireSession((await params).tenant);
  const t = await getTranslations("settings");
  const links = settingsTabs(session.permissions).map(({ key, path }) => ({
    href: `/w/${session.workspace.slug}/settings${path}`,
    label: t(`tabs.${key}`),
  }));
  return (
    <>
      <TabLinks label={t("title")} links={links} />
      {children}
    </>
  );
}
