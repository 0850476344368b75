import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { CompletenessPanel } from "#components/experience/completeness-panel.tsx";
import { StagesPanel } from "#components/experience/stages-panel.tsx";
import { PersonaeTabs } from "#components/personae/personae-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getCompleteness, getSpectrum } from "#lib/experience/index.ts";
import { Refusal } from "../../refusal.tsx";
import {
  addStageAction,
  adoptStagesAction,
  archiveStageAction,
  changeStageAction,
  moveStageAction,
  restoreStageAction,
} from "./actions.ts";

const ACTIONS = {
  adopt: adoptStagesAction,
  add: addStageAction,
  change: changeStageAction,
  move: moveStageAction,
  archive: archiveStageAction,
  restore: restoreStageAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("spectrum") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SpectrumPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("persona:read")) return <Refusal session={session} />;
  const [t, { spectrum, completeness }] = await Promise.all([
    getTranslations("personae"),
    withTenant(session, "persona:read", async (tx) => ({
      spectrum: await getSpectrum(tx),
      completeness: await getCompleteness(tx, session),
    })),
  ]);
  const { slug } = session.workspace;
  return (
    <>
      <CustomerCrumbs
        slug={slug}
        crumbs={[{ label: t("title"), href: `/w/${slug}/personae` }, { label: t("spectrum") }]}
      />
      <PageHeader title={t("spectrum")} purpose={t("spectrumPurpose")} />
      <PersonaeTabs slug={slug} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <StagesPanel
          tenant={slug}
          spectrum={spectrum}
          actions={session.permissions.has("persona:write") ? ACTIONS : null}
        />
        <CompletenessPanel completeness={completeness} locale={session.formats.locale} />
      </div>
    </>
  );
}
