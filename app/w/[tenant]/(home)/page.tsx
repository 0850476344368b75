import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Checklist } from "#components/home/checklist.tsx";
import { onboardingSteps } from "#components/home/onboarding-steps.ts";
import { OwnComplaints } from "#components/home/own-complaints.tsx";
import { OwnSources } from "#components/home/own-sources.tsx";
import { StakeSummary } from "#components/home/stake-summary.tsx";
import { ValueSummary } from "#components/home/value-summary.tsx";
import { StaleNotice } from "#components/personae/stale-notice.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { FirstPanel } from "#components/watchlist/first-panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { findDuties, findStake } from "#lib/home/index.ts";
import type { Duties, Stake } from "#lib/home/types.ts";
import { countStaleClaims } from "#lib/personae/index.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { getSetupProgress } from "#lib/workspaces/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

/** A score is of the last answer of each customer: of a million answers that takes a moment. */
const LONGEST_MS = 15_000;

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function HomePage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  const { slug } = session.workspace;
  const [t, { progress, value, stake, duties, stale }] = await Promise.all([
    getTranslations("home"),
    readHome(session),
  ]);
  const state = { slug, hasValue: value !== null, ...progress };
  const steps = onboardingSteps(state, session.permissions, t);
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
      {duties && <OwnDuties duties={duties} session={session} />}
      {stake?.run && <AtStake stake={stake} session={session} />}
      {value && <ValueSummary value={value} locale={session.formats.locale} />}
      {steps.some((step) => !step.isDone) && <Checklist steps={steps} />}
      {isForLookup && <Lookup session={session} hasCustomers={progress.hasCustomers} />}
    </>
  );
}

type LookupProps = { session: MemberSession; hasCustomers: boolean };

/** For those who neither read value nor keep the workspace: the way to a customer. */
async function Lookup({ session: { workspace, permissions }, hasCustomers }: LookupProps) {
  const t = await getTranslations("home");
  const base = `/w/${workspace.slug}`;
  if (!hasCustomers)
    return (
      <EmptyState kind="nothing-yet" title={t("nothingTitle")}>
        {t("nothingText")}
      </EmptyState>
    );
  return (
    <Panel title={t("lookupTitle")} caption={t("lookupCaption")}>
      <SearchField
        label={t("lookupField")}
        {...(permissions.has("card:open")
          ? { name: "q", action: `${base}/lookup` }
          : { name: "search", action: `${base}/customers` })}
        className="max-w-md"
      />
    </Panel>
  );
}

type DutiesProps = { duties: Duties; session: MemberSession };

/** What waits in the reader's departments. */
function OwnDuties({ duties, session: { workspace, formats } }: DutiesProps) {
  const { departments, complaints, sources, today } = duties;
  const { slug, timeZone } = workspace;
  const { locale } = formats;
  return (
    <div className="grid items-start gap-4 xl:has-[>:nth-child(2)]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      {complaints && (
        <OwnComplaints
          {...{ complaints, slug, locale }}
          departments={valueFormats(workspace.currency, locale).list(departments)}
        />
      )}
      {sources && <OwnSources {...{ sources, slug, today, timeZone, locale }} />}
    </div>
  );
}

type AtStakeProps = { stake: Stake; session: MemberSession };

/** What there is to lose, and the customers to keep first. */
function AtStake({ stake, session: { workspace, formats, actor } }: AtStakeProps) {
  const { run, watched } = stake;
  const { slug } = workspace;
  const { locale } = formats;
  return (
    <>
      <StakeSummary {...{ stake, slug, locale }} membershipId={actor.membershipId} />
      {run && watched.length > 0 && (
        <FirstPanel
          rows={watched}
          customers={run.customers ?? 0}
          basis={run.basis}
          href={`/w/${slug}/value/watchlist`}
          formats={valueFormats(run.currency, locale)}
        />
      )}
    </>
  );
}

async function readHome(session: MemberSession) {
  const read = async (tx: TenantTx) => ({
    progress: await getSetupProgress(tx, session),
    value: session.permissions.has("value:read") ? await findValueOverview(tx, session) : null,
    stale: session.permissions.has("persona:read") ? await countStaleClaims(tx, session) : null,
    stake: await findStake(tx, session),
    duties: await findDuties(tx, session),
  });
  return withTenant(session, "workspace:read", read, { timeoutMs: LONGEST_MS });
}
