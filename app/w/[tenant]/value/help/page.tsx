import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LifetimeHelp } from "#components/lifetime/lifetime-help.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { Refusal } from "../../refusal.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetimeHelp");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function LifetimeHelpPage({ params }: Props) {
  const [{ tenant }, t, value] = await Promise.all([
    params,
    getTranslations("lifetimeHelp"),
    getTranslations("value"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const href = `/w/${tenant}/value`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: value("title"), href }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          <Link href={`${href}/runs`} className="inline-flex min-h-11 items-center sm:min-h-6">
            {t("back")}
          </Link>
        }
      />
      <LifetimeHelp />
    </>
  );
}
