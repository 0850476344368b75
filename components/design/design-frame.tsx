import { useTranslations } from "next-intl";
import type { Theme } from "#components/shell/theme.ts";
import { ThemeSwitch } from "#components/shell/theme-switch.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { DensitySwitch } from "./density-switch.tsx";
import { SECTION_KEYS, type SectionKey } from "./section-keys.ts";
import { SECTIONS } from "./sections.tsx";

export type DesignFrameProps = { section: SectionKey; theme: Theme };

/** Every control in every state, one section at a time. */
export function DesignFrame({ section, theme }: DesignFrameProps) {
  const t = useTranslations("design");
  const links = SECTION_KEYS.map((key) => ({
    href: `/design/${key}`,
    label: t(`sections.${key}`),
  }));
  return (
    <main id="main" tabIndex={-1} className="page page-stack mx-auto outline-none">
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          <>
            <DensitySwitch />
            <ThemeSwitch theme={theme} />
          </>
        }
      />
      <TabLinks label={t("sectionsLabel")} links={links} />
      <h2 className="text-lg">{t(`sections.${section}`)}</h2>
      <div>{SECTIONS[section]}</div>
      <Toaster />
    </main>
  );
}
