import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EvidenceView } from "#components/evidence/evidence-view.tsx";
import { AskedPanel } from "#components/needs/asked-panel.tsx";
import { BySegmentPanel } from "#components/needs/by-segment-panel.tsx";
import { EvidencePanel } from "#components/needs/evidence-panel.tsx";
import { KanoPanel } from "#components/needs/kano-panel.tsx";
import { MeasuresPanel } from "#components/needs/measures-panel.tsx";
import { NeedSettings } from "#components/needs/need-settings.tsx";
import { SegmentFigures } from "#components/segments/segment-figures.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { DrawerLayout } from "#components/ui/drawer.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { parseEvidenceAddress } from "#lib/evidence/evidence-address.ts";
import { findEvidencePanel } from "#lib/evidence/index.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { countLinks, getNeed, listBySegment, listMapped, listRatings } from "#lib/needs/index.ts";
import { findSegmentsNow, listSegmentChoices } from "#lib/segments/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import {
  linkEvidenceAction,
  linkStatisticAction,
  unlinkEvidenceAction,
} from "../../evidence/actions.ts";
import { cutEvidenceAction } from "../../personae/interviews/actions.ts";
import { Refusal } from "../../refusal.tsx";
import {
  archiveNeedAction,
  changeNeedAction,
  deleteNeedAction,
  rateNeedAction,
  removeRatingAction,
  restoreNeedAction,
  unmapQuestionAction,
} from "../actions.ts";

const SETTINGS = {
  change: changeNeedAction,
  archive: archiveNeedAction,
  restore: restoreNeedAction,
  delete: deleteNeedAction,
};
const ASKED = {
  unmap: unmapQuestionAction,
  rate: rateNeedAction,
  removeRating: removeRatingAction,
};
const EVIDENCE = {
  link: linkEvidenceAction,
  cut: cutEvidenceAction,
  linkStatistic: linkStatisticAction,
  unlink: unlinkEvidenceAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs");
  return { title: t("need") };
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{
  params: Promise<{ tenant: string; needId: string }>;
  searchParams: Promise<Asked>;
}>;

export default async function NeedPage({ params, searchParams }: Props) {
  const [{ tenant, needId }, asked] = await Promise.all([params, searchParams]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("need:read")) return <Refusal session={session} />;
  const [t, read] = await Promise.all([getTranslations("needs"), readNeed(session, needId, asked)]);
  const { need, panel, today } = read;
  const refused = REFUSALS.find((each) => each === asked["fileRefused"]);
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t("title"), href: `/w/${tenant}/needs` }, { label: need.statement }]}
      />
      <DrawerLayout
        drawer={panel && <Sources {...{ session, panel, today, read }} refused={refused ?? null} />}
      >
        <div className="page-stack">
          <NeedBody session={session} read={read} />
        </div>
      </DrawerLayout>
    </>
  );
}

type Read = Awaited<ReturnType<typeof readNeed>>;
type BodyProps = { session: MemberSession; read: Read };

async function NeedBody({ session, read }: BodyProps) {
  const { need, bySegment, figures, questions, ratings, segments, links } = read;
  const t = await getTranslations("needs");
  const tenant = session.workspace.slug;
  const { locale } = session.formats;
  const mayWrite = session.permissions.has("need:write");
  const facts = t("facts", {
    kind: t(`kind_${need.kind}`),
    segment: need.segment?.name ?? t("ofEverybody"),
  });
  return (
    <>
      <PageHeader
        title={need.statement}
        purpose={facts}
        actions={need.isArchived && <Chip isMuted>{t("isArchived")}</Chip>}
      />
      {need.segment && (
        <SegmentFigures
          segment={need.segment}
          now={figures.get(need.segment.id) ?? null}
          slug={tenant}
          locale={locale}
        />
      )}
      {need.note && <p className="max-w-[72ch] whitespace-pre-line">{need.note}</p>}
      <MeasuresPanel need={need} locale={locale} />
      <EvidencePanel
        needId={need.id}
        sources={need.evidenceCount}
        href={`/w/${tenant}/needs/${need.id}`}
        mayWrite={session.permissions.has("evidence:write")}
        exportHref={
          session.permissions.has("customer:export")
            ? `/w/${tenant}/evidence/export?need=${need.id}`
            : null
        }
      />
      <KanoPanel kano={need.kano} locale={locale} />
      {bySegment.length > 0 && (
        <BySegmentPanel rows={bySegment} figures={figures} slug={tenant} locale={locale} />
      )}
      <AskedPanel
        tenant={tenant}
        needId={need.id}
        locale={locale}
        questions={questions}
        ratings={ratings}
        actions={mayWrite && !need.isArchived ? ASKED : null}
      />
      {mayWrite && <NeedSettings {...{ tenant, need, segments, links }} actions={SETTINGS} />}
    </>
  );
}

type SourcesProps = {
  session: MemberSession;
  panel: NonNullable<Read["panel"]>;
  read: Pick<Read, "need" | "figures">;
  today: string;
  refused: (typeof REFUSALS)[number] | null;
};

/** Why a file was not kept, as its address says. */
const REFUSALS = ["invalid_input", "too_large", "not_found", "forbidden"] as const;

async function Sources({ session, panel, read, today, refused }: SourcesProps) {
  const t = await getTranslations("evidence");
  const { slug } = session.workspace;
  const { segment } = read.need;
  const now = segment && read.figures.get(segment.id);
  return (
    <EvidenceView
      panel={panel}
      slug={slug}
      locale={session.formats.locale}
      href={`/w/${slug}/needs/${panel.subjectId}`}
      today={today}
      standing={now ? { segment, now } : null}
      actions={session.permissions.has("evidence:write") ? EVIDENCE : null}
      fileRefusal={refused && t(`fileRefused_${refused}`)}
    />
  );
}

/** A need of one segment is not broken down by others. */
function readNeed(session: MemberSession, needId: string, asked: Asked) {
  const address = parseEvidenceAddress(asked);
  const isOfIt = address?.subject === "need" && address.subjectId === needId;
  const reading = withTenant(session, "need:read", async (tx) => {
    const need = await getNeed(tx, session, needId);
    const bySegment = need.segment === null ? await listBySegment(tx, session, need.id) : [];
    const named = [need.segment ?? [], bySegment.map(({ segment }) => segment)].flat();
    const ids = named.map(({ id }) => id);
    return {
      ...{ need, bySegment, figures: await findSegmentsNow(tx, ids) },
      questions: await listMapped(tx, session, need.id),
      ratings: await listRatings(tx, need.id),
      segments: await listSegmentChoices(tx),
      links: await countLinks(tx, session, need.id),
      panel: isOfIt ? await findEvidencePanel(tx, session, address) : null,
      today: dayInZone(session.workspace.timeZone, (await databaseNow(tx)).getTime()),
    };
  });
  return orNotFound(reading);
}
