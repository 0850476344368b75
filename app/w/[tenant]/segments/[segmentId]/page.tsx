import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { AsOfPanel } from "#components/segments/as-of-panel.tsx";
import { ComparisonPanel } from "#components/segments/comparison-panel.tsx";
import { FilesPanel } from "#components/segments/files-panel.tsx";
import { HistoryFigure } from "#components/segments/history-figure.tsx";
import { MembersPanel } from "#components/segments/members-panel.tsx";
import { RuleHistory } from "#components/segments/rule-history.tsx";
import { RulePanel } from "#components/segments/rule-panel.tsx";
import { UsesPanel } from "#components/segments/uses-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { MainAndAside } from "#components/ui/main-and-aside.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { compareMeasures } from "#lib/segments/compare-measures.ts";
import { getSegment, listMemberRecords } from "#lib/segments/index.ts";
import { readPastDay } from "#lib/segments/past-day.ts";
import { maySeeMembers } from "#lib/segments/rule-needs.ts";
import type { SegmentDetail } from "#lib/segments/segment-types.ts";
import { Refusal } from "../../refusal.tsx";
import { archiveSegmentAction, deleteSegmentAction, restoreSegmentAction } from "../actions.ts";
import { leaveListAction } from "./actions.ts";

const MEMBERS_A_PAGE = 25;
const ACTIONS = {
  archive: archiveSegmentAction,
  restore: restoreSegmentAction,
  remove: deleteSegmentAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("segmentation");
  return { title: t("segment") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string; segmentId: string }>;
  searchParams: Promise<{ after?: string | string[]; asOf?: string | string[] }>;
}>;

export default async function SegmentPage({ params, searchParams }: Props) {
  const { tenant, segmentId } = await params;
  const { after, asOf } = await searchParams;
  const session = await requireSession(tenant);
  if (!session.permissions.has("segment:read")) return <Refusal session={session} />;
  const first = typeof after === "string" ? after : null;
  const day = readPastDay(asOf, session.workspace.timeZone);
  const [t, found] = await Promise.all([
    getTranslations("segmentation"),
    readSegment(session, segmentId, { after: first, onDay: day.onDay }),
  ]);
  const { segment, members } = found;
  const { locale } = session.formats;
  const base = `/w/${tenant}/segments`;
  const href = `${base}/${segment.id}`;
  const mayWrite = session.permissions.has("segment:write");
  const words = { locale, ...segment.names, currency: session.workspace.currency };
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("customers"), href: `/w/${tenant}/customers` },
          { label: t("title"), href: base },
          { label: segment.name },
        ]}
      />
      <SegmentHeader
        segment={segment}
        locale={locale}
        editHref={
          mayWrite && !segment.isArchived && segment.kind !== "list" ? `${href}/edit` : null
        }
      />
      <MainAndAside>
        <div className="grid min-w-0 gap-4">
          <AsOfPanel {...{ segment, day, href, locale }} />
          <RulePanel segment={segment} words={words} />
          <Figures segment={segment} locale={locale} />
          <HistoryFigure history={segment.history} locale={locale} />
          <RuleHistory rules={segment.rules} words={words} timeZone={session.formats.timeZone} />
          <Members {...{ session, segment, href, first }} members={members} onDay={day.onDay} />
        </div>
        <div className="grid min-w-0 gap-4">
          <FilesPanel
            {...{ tenant, locale, files: segment.files }}
            mayOpen={session.permissions.has("import:read")}
            timeZone={session.formats.timeZone}
          />
          <UsesPanel {...{ segment, tenant, locale }} actions={mayWrite ? ACTIONS : null} />
        </div>
      </MainAndAside>
    </>
  );
}

type MembersProps = Pick<Awaited<ReturnType<typeof readSegment>>, "segment" | "members"> & {
  session: MemberSession;
  href: string;
  first: string | null;
  onDay: string | null;
};

/** Who is in the segment now, or was on a day, page by page. */
function Members({ session, segment, members, href, first, onDay }: MembersProps) {
  const t = useTranslations("segmentation.members");
  const { slug } = session.workspace;
  const { permissions } = session;
  const query = onDay === null ? "" : `?asOf=${onDay}`;
  const mayTakeOff = permissions.has("segment:write") && segment.kind === "list" && onDay === null;
  return (
    <>
      <MembersPanel
        members={members.items}
        isComputing={!segment.isFresh}
        onDay={onDay}
        customersHref={`/w/${slug}/customers`}
        exportHref={permissions.has("customer:export") ? `${href}/members/export${query}` : null}
        locale={session.formats.locale}
        leave={
          mayTakeOff
            ? { action: leaveListAction, hidden: { tenant: slug, segmentId: segment.id } }
            : null
        }
      />
      <Pager
        label={t("title")}
        first={first ? `${href}${query}` : null}
        next={members.next && `${href}${query}${query ? "&" : "?"}after=${members.next}`}
      />
    </>
  );
}

type HeaderProps = { segment: SegmentDetail; locale: string; editHref: string | null };

function SegmentHeader({ segment, locale, editHref }: HeaderProps) {
  const t = useTranslations("segmentation");
  const { name, note, sums, basis, isArchived, isFresh } = segment;
  const size =
    sums && basis
      ? t("sizeOf", {
          count: sums.customers,
          customers: formatNumber(sums.customers, locale),
          share: formatPercent(sums.customers / Math.max(1, basis.all.customers), locale),
        })
      : t("notCounted");
  return (
    <PageHeader
      title={name}
      purpose={note ? t("sizeAndNote", { size, note }) : size}
      actions={
        <>
          {!isFresh && <Chip isMuted>{t("computing")}</Chip>}
          {isArchived && <Chip isMuted>{t("isArchived")}</Chip>}
          {editHref && <ButtonLink href={editHref}>{t("editTitle")}</ButtonLink>}
        </>
      }
    />
  );
}

function Figures({ segment, locale }: { segment: SegmentDetail; locale: string }) {
  const { sums, basis } = segment;
  if (!(sums && basis) || sums.customers === 0) return null;
  return (
    <ComparisonPanel
      measures={compareMeasures(sums, basis.all)}
      customers={sums.customers}
      formats={{ currency: basis.currency, locale }}
    />
  );
}

/** One transaction for the page; an unknown segment and a key that is none are the same 404. */
function readSegment(
  session: MemberSession,
  segmentId: string,
  asked: { after: string | null; onDay: string | null },
) {
  return orNotFound(
    withTenant(session, "segment:read", async (tx) => {
      const segment = await getSegment(tx, session, { id: segmentId, onDay: asked.onDay });
      const page = { ...asked, limit: MEMBERS_A_PAGE };
      const past = asked.onDay === null ? [] : segment.rules;
      return {
        segment,
        members: [segment, ...past].every(({ rule }) => maySeeMembers(rule, session.permissions))
          ? await listMemberRecords(tx, session, segmentId, page)
          : { items: null, next: null },
      };
    }),
  );
}
