import { useTranslations } from "next-intl";
import { Breadcrumbs, type Crumb } from "#components/ui/breadcrumbs.tsx";

export type CustomerCrumbsProps = {
  slug: string;
  /** Below the customers, the page itself last */
  crumbs: readonly Crumb[];
};

/** Where a page about customers lies. */
export function CustomerCrumbs({ slug, crumbs }: CustomerCrumbsProps) {
  const t = useTranslations("customers");
  return <Breadcrumbs crumbs={[{ label: t("title"), href: `/w/${slug}/customers` }, ...crumbs]} />;
}
