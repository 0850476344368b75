import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleBuilder } from "#components/segments/rule-builder.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listFieldChoices } from "#lib/segments/index.ts";
import { Refusal } from "../../refusal.tsx";
import { createSegmentAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("segmentation");
  return { title: t("newTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function NewSegmentPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("segment:write")) return <Refusal session={session} />;
  const [t, words] = await Promise.all([
    getTranslations("segmentation"),
    getTranslations("segments"),
  ]);
  const fields = await withTenant(session, "segment:read", (tx) =>
    listFieldChoices(tx, session, (word) => words(`fields.${word}`)),
  );
  const { slug, currency } = session.workspace;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t("title"), href: `/w/${slug}/segments` }, { label: t("newTitle") }]}
      />
      <PageHeader title={t("newTitle")} purpose={t("newPurpose")} />
      <RuleBuilder
        tenant={slug}
        stored={null}
        fields={fields}
        currency={currency}
        locale={session.formats.locale}
        action={createSegmentAction}
      />
    </>
  );
}
