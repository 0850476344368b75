import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateNeedForm } from "#components/needs/need-forms.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listSegmentChoices } from "#lib/segments/index.ts";
import { Refusal } from "../../refusal.tsx";
import { createNeedAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs");
  return { title: t("addTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function NewNeedPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("need:write")) return <Refusal session={session} />;
  const [t, segments] = await Promise.all([
    getTranslations("needs"),
    withTenant(session, "need:write", listSegmentChoices),
  ]);
  const { slug } = session.workspace;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t("title"), href: `/w/${slug}/needs` }, { label: t("addTitle") }]}
      />
      <PageHeader title={t("addTitle")} purpose={t("addPurpose")} />
      <Panel>
        <CreateNeedForm tenant={slug} segments={segments} action={createNeedAction} />
      </Panel>
    </>
  );
}
