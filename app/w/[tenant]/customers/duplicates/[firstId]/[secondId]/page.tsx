import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparePanel } from "#components/duplicates/compare-panel.tsx";
import { DecideForms } from "#components/duplicates/decide-forms.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { getDuplicate } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../../../refusal.tsx";
import { dismissAction, mergeAction } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("duplicates");
  return { title: t("compareTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; firstId: string; secondId: string }> }>;

export default async function ComparePage({ params }: Props) {
  const { tenant, firstId, secondId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("customer:write")) return <Refusal session={session} />;
  const [t, customers, pair] = await Promise.all([
    getTranslations("duplicates"),
    getTranslations("customers"),
    orNotFound(
      withTenant(session, "customer:write", (tx) => getDuplicate(tx, session, firstId, secondId)),
    ),
  ]);
  const list = `/w/${session.workspace.slug}/customers`;
  const reasons = new Intl.ListFormat(session.formats.locale, { type: "conjunction" });
  const evidence = reasons.format(pair.evidence.map((each) => t(`evidence.${each}`)));
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: customers("title"), href: list },
          { label: t("title"), href: `${list}/duplicates` },
          { label: t("compareTitle") },
        ]}
      />
      <PageHeader title={t("compareTitle")} purpose={t("comparePurpose", { evidence })} />
      <ComparePanel pair={pair} href={list} formats={session.formats} />
      <Panel>
        <DecideForms
          tenant={session.workspace.slug}
          first={pair.first}
          second={pair.second}
          merge={mergeAction}
          dismiss={dismissAction}
        />
      </Panel>
    </>
  );
}
