import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { CompareFigure } from "#components/needs/compare-figure.tsx";
import { DerivedNote } from "#components/needs/derived-note.tsx";
import { NeedTabs } from "#components/needs/need-tabs.tsx";
import { NoNeeds } from "#components/needs/no-needs.tsx";
import { SegmentChoice } from "#components/needs/segment-choice.tsx";
import { SegmentFigures } from "#components/segments/segment-figures.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  compareNeeds,
  deriveImportance,
  MOST_RESPONDENTS,
  readComparison,
} from "#lib/needs/index.ts";
import { listSegmentChoices } from "#lib/segments/index.ts";
import { Refusal } from "../../refusal.tsx";
import { chosenSegment, findSegmentNow } from "../chosen-segment.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs");
  return { title: t("compareTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ tenant }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("needs"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("need:read")) return <Refusal session={session} />;
  const read = await readViews(session, asked["segment"]);
  const { segments, segment, now, needs, answers } = read;
  const derived = deriveImportance(answers);
  const href = `/w/${tenant}/needs`;
  const { locale } = session.formats;
  const query = segment ? `?segment=${segment.id}` : "";
  return (
    <>
      <CustomerCrumbs
        slug={tenant}
        crumbs={[{ label: t("title"), href }, { label: t("tabCompare") }]}
      />
      <PageHeader title={t("compareTitle")} purpose={t("comparePurpose")} />
      <NeedTabs slug={tenant} />
      <SegmentChoice
        href={`${href}/compare`}
        segments={segments}
        chosen={segment}
        noneLabel={t("everybody")}
      />
      {segment && <SegmentFigures {...{ segment, now, locale }} slug={tenant} startsOpen />}
      {needs.length === 0 ? (
        <NoNeeds
          filters={0}
          href={href}
          addButton={
            session.permissions.has("need:write") && (
              <ButtonLink href={`${href}/new`} variant="primary">
                {t("add")}
              </ButtonLink>
            )
          }
        />
      ) : (
        <>
          <DerivedNote derived={derived} mostRespondents={MOST_RESPONDENTS} locale={locale} />
          <CompareFigure
            compared={compareNeeds(needs, derived)}
            cases={derived.cases}
            segment={segment}
            slug={tenant}
            locale={locale}
            exportHref={
              session.permissions.has("customer:export") ? `${href}/compare/export${query}` : null
            }
          />
        </>
      )}
    </>
  );
}

/** What is compared, of everybody or of the segment that is asked for. */
function readViews(session: MemberSession, asked: string | string[] | undefined) {
  return withTenant(session, "need:read", async (tx) => {
    const segments = await listSegmentChoices(tx);
    const segment = chosenSegment(segments, asked);
    const read = await readComparison(tx, session, { segmentId: segment?.id ?? null });
    return { segments, segment, now: await findSegmentNow(tx, segment), ...read };
  });
}
