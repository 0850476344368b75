import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { LandscapeFigure } from "#components/needs/landscape-figure.tsx";
import { NeedTabs } from "#components/needs/need-tabs.tsx";
import { SegmentChoice } from "#components/needs/segment-choice.tsx";
import { SegmentFigures } from "#components/segments/segment-figures.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listNeeds } from "#lib/needs/index.ts";
import type { NamedSegment } from "#lib/needs/types.ts";
import { listSegmentChoices } from "#lib/segments/index.ts";
import { Refusal } from "../../refusal.tsx";
import { chosenSegment, findSegmentNow } from "../chosen-segment.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs");
  return { title: t("landscapeTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function LandscapePage({ params, searchParams }: Props) {
  const [{ tenant }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("needs"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("need:read")) return <Refusal session={session} />;
  const { segments, segment, needs, now } = await readLandscape(session, asked["segment"]);
  const href = `/w/${tenant}/needs/landscape`;
  const query = segment ? `?population=${segment.id}` : "";
  return (
    <>
      <CustomerCrumbs
        slug={tenant}
        crumbs={[{ label: t("title"), href: `/w/${tenant}/needs` }, { label: t("tabLandscape") }]}
      />
      <PageHeader title={t("landscapeTitle")} purpose={t("landscapePurpose")} />
      <NeedTabs slug={tenant} />
      <SegmentChoice href={href} segments={segments} chosen={segment} noneLabel={t("eachOwn")} />
      {segment && (
        <SegmentFigures
          {...{ segment, now }}
          slug={tenant}
          locale={session.formats.locale}
          startsOpen
        />
      )}
      {needs.length === 0 ? (
        <NothingMeasured
          segment={segment}
          questionsHref={
            session.permissions.has("need:write") ? `/w/${tenant}/needs/questions` : null
          }
        />
      ) : (
        <LandscapeFigure
          needs={needs}
          segment={segment}
          slug={tenant}
          locale={session.formats.locale}
          exportHref={
            session.permissions.has("customer:export") ? `/w/${tenant}/needs/export${query}` : null
          }
        />
      )}
    </>
  );
}

type NothingMeasuredProps = {
  segment: NamedSegment | null;
  /** Where questions are mapped; null for who may only read */
  questionsHref: string | null;
};

async function NothingMeasured({ segment, questionsHref }: NothingMeasuredProps) {
  const t = await getTranslations("needs");
  if (segment)
    return (
      <EmptyState kind="no-match" title={t("landscapeSegmentEmpty")}>
        {t("landscapeSegmentEmptyText", { segment: segment.name })}
      </EmptyState>
    );
  return (
    <EmptyState
      kind="nothing-yet"
      title={t("landscapeEmpty")}
      actions={
        questionsHref && (
          <ButtonLink href={questionsHref} variant="primary">
            {t("questionsPageTitle")}
          </ButtonLink>
        )
      }
    >
      {t("landscapeEmptyText")}
    </EmptyState>
  );
}

/** The needs with both sides measured, of each need’s own customers or of one segment. */
function readLandscape(session: MemberSession, asked: string | string[] | undefined) {
  return withTenant(session, "need:read", async (tx) => {
    const segments = await listSegmentChoices(tx);
    const segment = chosenSegment(segments, asked);
    const all = await listNeeds(tx, session, { segmentId: segment?.id ?? null });
    const needs = all.flatMap((need) =>
      need.isArchived || !need.opportunity ? [] : [{ ...need, opportunity: need.opportunity }],
    );
    return { segments, segment, needs, now: await findSegmentNow(tx, segment) };
  });
}
