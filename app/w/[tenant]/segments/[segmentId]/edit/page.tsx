import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleBuilder } from "#components/segments/rule-builder.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getSegmentRow, listFieldChoices } from "#lib/segments/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { changeSegmentAction } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("segmentation");
  return { title: t("editTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; segmentId: string }> }>;

export default async function EditSegmentPage({ params }: Props) {
  const { tenant, segmentId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("segment:write")) return <Refusal session={session} />;
  const [t, { segment, fields }] = await Promise.all([
    getTranslations("segmentation"),
    readSegment(session, segmentId),
  ]);
  const { slug, currency } = session.workspace;
  const base = `/w/${slug}/segments`;
  const { id, version, name, note, purpose, lawfulBasis, rule } = segment;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: base },
          { label: name, href: `${base}/${id}` },
          { label: t("editTitle") },
        ]}
      />
      <PageHeader title={name} purpose={t("editPurpose")} />
      <RuleBuilder
        tenant={slug}
        stored={{ id, version, name, note, purpose, lawfulBasis, rule }}
        fields={fields}
        currency={currency}
        locale={session.formats.locale}
        action={changeSegmentAction}
      />
    </>
  );
}

async function readSegment(session: MemberSession, segmentId: string) {
  const words = await getTranslations("segments");
  return orNotFound(
    withTenant(session, "segment:read", async (tx) => ({
      segment: await getSegmentRow(tx, segmentId),
      fields: await listFieldChoices(tx, session, (word) => words(`fields.${word}`)),
    })),
  );
}
