import { useTranslations } from "next-intl";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { recordsHref, seenKinds } from "./record-places.ts";

export type RecordTabsProps = { slug: string; permissions: ReadonlySet<string> };

/** A list for each kind of record that this member may see. */
export function RecordTabs({ slug, permissions }: RecordTabsProps) {
  const t = useTranslations("records");
  const links = seenKinds(permissions).map((kind) => ({
    href: recordsHref(slug, kind),
    label: t(`kind_${kind}`),
  }));
  return <TabLinks label={t("kinds")} links={links} />;
}
