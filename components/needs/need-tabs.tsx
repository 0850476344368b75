import { useTranslations } from "next-intl";
import { TabLinks } from "#components/ui/tab-links.tsx";

const TABS = [
  { key: "tabRegister", path: "" },
  { key: "tabLandscape", path: "/landscape" },
  { key: "tabCompare", path: "/compare" },
  { key: "tabQuestions", path: "/questions" },
] as const;

/** Views of the needs. */
export function NeedTabs({ slug }: { slug: string }) {
  const t = useTranslations("needs");
  const links = TABS.map(({ key, path }) => ({ href: `/w/${slug}/needs${path}`, label: t(key) }));
  return <TabLinks label={t("tabs")} links={links} />;
}
