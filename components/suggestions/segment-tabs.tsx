import { useTranslations } from "next-intl";
import { TabLinks } from "#components/ui/tab-links.tsx";

/** The views of all segments together. */
export function SegmentTabs({ slug }: { slug: string }) {
  const t = useTranslations("suggestions");
  const base = `/w/${slug}/segments`;
  return (
    <TabLinks
      label={t("tabs.label")}
      links={[
        { href: base, label: t("tabs.all") },
        { href: `${base}/suggested`, label: t("tabs.suggested") },
        { href: `${base}/targeting`, label: t("tabs.targeting") },
      ]}
    />
  );
}
