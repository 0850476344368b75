import { useTranslations } from "next-intl";
import { TabLinks } from "#components/ui/tab-links.tsx";

export type PersonaeTabsProps = { slug: string };

/** The cards, the interviews they come from, and the stages they live through. */
export function PersonaeTabs({ slug }: PersonaeTabsProps) {
  const t = useTranslations("personae");
  const base = `/w/${slug}/personae`;
  return (
    <TabLinks
      label={t("tabsLabel")}
      links={[
        { href: base, label: t("title") },
        { href: `${base}/interviews`, label: t("interviews") },
        { href: `${base}/spectrum`, label: t("spectrum") },
      ]}
    />
  );
}
