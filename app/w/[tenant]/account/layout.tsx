import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";

type Props = Readonly<{ children: ReactNode; params: Promise<{ tenant: string }> }>;

/** Title and tabs of one's own account; each page asks who is signed in. */
export default async function AccountLayout({ children, params }: Props) {
  const [{ tenant }, t] = await Promise.all([params, getTranslations("account")]);
  const links = [
    { href: `/w/${tenant}/account`, label: t("profile") },
    { href: `/w/${tenant}/account/security`, label: t("security") },
  ];
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <TabLinks label={t("tabs")} links={links} />
      <div className="max-w-3xl">{children}</div>
    </>
  );
}
