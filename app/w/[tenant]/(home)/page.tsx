import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Checklist } from "#components/home/checklist.tsx";
import { onboardingSteps } from "#components/home/onboarding-steps.ts";
import { ValueSummary } from "#components/home/value-summary.tsx";
import { StaleNotice } from "#components/personae/stale-notice.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { countStaleClaims } from "#lib/personae/index.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { getSetupProgress } from "#lib/workspaces/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function HomePage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  const { slug } = session.workspace;
  const [t, { progress, value, stale }] = await Promise.all([
    getTranslations("home"),
    readHome(session),
  ]);
  const state = { slug, hasValue: value !== null, ...progress };
  const steps = onboardingSteps(state, session.permissions, t);
  const mayOpenCards = session.permissions.has("card:open");
  const isForLookup = value === null && steps.length === 0;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={t(isForLookup ? "purposeLookup" : "purpose")}
        actions={value && <ButtonLink href={`/w/${slug}/value`}>{t("openValue")}</ButtonLink>}
      />
      {stale && <StaleNotice stale={stale} slug={slug} of="mine" />}
      {value && <ValueSummary value={value} locale={session.formats.locale} />}
      {steps.some((step) => !step.isDone) && <Checklist steps={steps} />}
      {isForLookup &&
        (progress.hasCustomers ? (
          <Panel title={t("lookupTitle")} caption={t("lookupCaption")}>
            <SearchField
              label={t("lookupField")}
              {...(mayOpenCards
                ? { name: "q", action: `/w/${slug}/lookup` }
                : { name: "search", action: `/w/${slug}/customers` })}
              className="max-w-md"
            />
          </Panel>
        ) : (
          <EmptyState kind="nothing-yet" title={t("nothingTitle")}>
            {t("nothingText")}
          </EmptyState>
        ))}
    </>
  );
}

async function readHome(session: MemberSession) {
  return withTenant(session, "workspace:read", async (tx) => ({
    progress: await getSetupProgress(tx, session),
    value: session.permissions.has("value:read") ? await findValueOverview(tx, session) : null,
    stale: session.permissions.has("persona:read") ? await countStaleClaims(tx, session) : null,
  }));
}
