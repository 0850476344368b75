import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ArchivedSegments } from "#components/segments/archived-segments.tsx";
import { OverlapMatrix } from "#components/segments/overlap-matrix.tsx";
import { PrimaryPanel } from "#components/segments/primary-panel.tsx";
import { SegmentsTable } from "#components/segments/segments-table.tsx";
import { SegmentTabs } from "#components/suggestions/segment-tabs.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  listOverlaps,
  listSegments,
  readRuleNames,
  readRuleProblems,
} from "#lib/segments/index.ts";
import { largestSegments } from "#lib/segments/largest-segments.ts";
import { Refusal } from "../refusal.tsx";
import { orderPrimaryAction, restoreSegmentAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("segmentation");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SegmentsPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("segment:read")) return <Refusal session={session} />;
  const [t, found] = await Promise.all([getTranslations("segmentation"), readSegments(session)]);
  const { slug } = session.workspace;
  const href = `/w/${slug}/segments`;
  const mayWrite = session.permissions.has("segment:write");
  const { list } = found;
  const isEmpty = list.segments.length === 0;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t("customers"), href: `/w/${slug}/customers` }, { label: t("title") }]}
      />
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          <>
            {!isEmpty && session.permissions.has("customer:export") && (
              <ExportMenu href={`${href}/export`} />
            )}
            {mayWrite && !isEmpty && <NewLink href={href} />}
          </>
        }
      />
      <SegmentTabs slug={slug} />
      {isEmpty ? (
        <EmptyState
          kind="nothing-yet"
          title={t("emptyTitle")}
          actions={mayWrite && <NewLink href={href} />}
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        <Segments {...{ session, href, mayWrite }} {...found} />
      )}
      {list.archived.length > 0 && (
        <ArchivedSegments
          segments={list.archived}
          tenant={slug}
          restore={mayWrite ? restoreSegmentAction : null}
        />
      )}
    </>
  );
}

function NewLink({ href }: { href: string }) {
  const t = useTranslations("segmentation");
  return (
    <ButtonLink href={`${href}/new`} variant="primary" data-shortcut="create">
      {t("newTitle")}
    </ButtonLink>
  );
}

type SegmentsProps = Awaited<ReturnType<typeof readSegments>> & {
  session: MemberSession;
  href: string;
  mayWrite: boolean;
};

function Segments({ session, href, mayWrite, list, ...found }: SegmentsProps) {
  const { largest, overlaps, names, problemsOf } = found;
  const { locale } = session.formats;
  const words = { locale, ...names, currency: session.workspace.currency };
  return (
    <>
      <SegmentsTable {...{ list, href, words, problemsOf }} />
      <PrimaryPanel
        list={list}
        tenant={session.workspace.slug}
        locale={locale}
        action={mayWrite ? orderPrimaryAction : null}
      />
      <OverlapMatrix {...{ overlaps, href, locale }} segments={largest} />
    </>
  );
}

const MOST_COMPARED = 8;

function readSegments(session: MemberSession) {
  return withTenant(session, "segment:read", async (tx) => {
    const list = await listSegments(tx);
    const names = await readRuleNames(tx, session);
    const largest = largestSegments(list.segments, MOST_COMPARED);
    const overlaps = await listOverlaps(
      tx,
      largest.map(({ id }) => id),
    );
    const problemsOf = await readRuleProblems(tx, session);
    return { list, largest, overlaps, names, problemsOf };
  });
}
