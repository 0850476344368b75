import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateSourceForm } from "#components/sources/source-forms.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDepartmentNames } from "#lib/members/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { createSourceAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sources");
  return { title: t("addTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function NewSourcePage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("source:write")) return <Refusal session={session} />;
  const [t, departments] = await Promise.all([
    getTranslations("sources"),
    withTenant(session, "source:write", listDepartmentNames),
  ]);
  const { slug } = session.workspace;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("data") },
          { label: t("title"), href: `/w/${slug}/data/sources` },
          { label: t("addTitle") },
        ]}
      />
      <PageHeader title={t("addTitle")} purpose={t("addPurpose")} />
      <Panel>
        <CreateSourceForm tenant={slug} departments={departments} action={createSourceAction} />
      </Panel>
    </>
  );
}
