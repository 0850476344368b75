import { useTranslations } from "next-intl";
import { recordsHref, seenKinds } from "#components/records/record-places.ts";
import { TabLinks } from "#components/ui/tab-links.tsx";

/** The views of data and the permission each page asks for. */
const TABS = [
  { key: "tabImports", path: "/imports", permission: "import:read" },
  { key: "title", path: "/sources", permission: "source:read" },
] as const;

export type DataTabsProps = { slug: string; permissions: ReadonlySet<string> };

/** Imports, sources and records side by side, as far as this member may see them. */
export function DataTabs({ slug, permissions }: DataTabsProps) {
  const t = useTranslations("sources");
  const links = TABS.filter(({ permission }) => permissions.has(permission)).map(
    ({ key, path }) => ({ href: `/w/${slug}/data${path}`, label: t(key) }),
  );
  const [kind] = seenKinds(permissions);
  const records = kind
    ? [
        {
          href: recordsHref(slug, kind),
          label: t("tabRecords"),
          section: `/w/${slug}/data/records/`,
        },
      ]
    : [];
  return <TabLinks label={t("dataTabs")} links={[...links, ...records]} />;
}
