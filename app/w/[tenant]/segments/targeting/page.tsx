import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SegmentTabs } from "#components/suggestions/segment-tabs.tsx";
import { TargetingView } from "#components/targeting/targeting-view.tsx";
import { WeightsHistory } from "#components/targeting/weights-history.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getTargeting, listWeightsVersions } from "#lib/segments/index.ts";
import { Refusal } from "../../refusal.tsx";
import { restoreWeightsAction, setWeightsAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targeting");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function TargetingPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("segment:read")) return <Refusal session={session} />;
  const [t, words, { targeting, versions }] = await Promise.all([
    getTranslations("targeting"),
    getTranslations("suggestions"),
    withTenant(session, "segment:read", async (tx) => ({
      targeting: await getTargeting(tx, session),
      versions: await listWeightsVersions(tx),
    })),
  ]);
  const { workspace, permissions, formats } = session;
  const mayWrite = permissions.has("segment:write");
  const base = `/w/${workspace.slug}`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: words("customers"), href: `${base}/customers` },
          { label: words("segments"), href: `${base}/segments` },
          { label: t("crumb") },
        ]}
      />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <PrintNote formats={formats} />
      <SegmentTabs slug={workspace.slug} />
      {targeting.rows.length === 0 ? (
        <EmptyState
          kind="nothing-yet"
          title={t("emptyTitle")}
          actions={
            mayWrite && (
              <ButtonLink href={`${base}/segments/new`} variant="primary">
                {t("makeOne")}
              </ButtonLink>
            )
          }
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        <>
          <TargetingView
            slug={workspace.slug}
            targeting={targeting}
            locale={formats.locale}
            setWeights={mayWrite ? setWeightsAction : null}
          />
          <WeightsHistory
            versions={versions}
            restore={
              mayWrite
                ? {
                    action: restoreWeightsAction,
                    hidden: { tenant: workspace.slug, version: targeting.weightsVersion },
                  }
                : null
            }
            formats={formats}
          />
        </>
      )}
    </>
  );
}
