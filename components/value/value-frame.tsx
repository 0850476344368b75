import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";

/** The views of value, as they stand in a row; the path follows that of the first. */
const TABS = [
  { key: "overview", path: "" },
  { key: "bridge", path: "/bridge" },
  { key: "migration", path: "/migration" },
  { key: "watchlist", path: "/watchlist" },
  { key: "forecast", path: "/forecast" },
  { key: "segments", path: "/segments" },
  { key: "rfm", path: "/rfm" },
  { key: "cohorts", path: "/cohorts" },
  { key: "trend", path: "/trend" },
  { key: "runs", path: "/runs" },
  { key: "policy", path: "/policy" },
] as const;

export type ValueTab = (typeof TABS)[number]["key"];
export type ValueFrameProps = {
  slug: string;
  tab: ValueTab;
  actions?: ReactNode;
  /** The reader's own */
  formats: { locale: string; timeZone: string };
  children: ReactNode;
};

/** Title and tabs of the Value pages. */
export function ValueFrame({ slug, tab, actions, formats, children }: ValueFrameProps) {
  const t = useTranslations("value");
  const base = `/w/${slug}/value`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title"), href: base }, { label: t(`tabs.${tab}`) }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} actions={actions} />
      <PrintNote view={t(`tabs.${tab}`)} formats={formats} />
      <TabLinks
        label={t("title")}
        links={TABS.map(({ key, path }) => ({ href: base + path, label: t(`tabs.${key}`) }))}
      />
      {children}
    </>
  );
}
