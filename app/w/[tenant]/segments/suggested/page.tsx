import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/people/action-form.tsx";
import { NoSuggestions, type NoSuggestionsProps } from "#components/suggestions/no-suggestions.tsx";
import { SegmentTabs } from "#components/suggestions/segment-tabs.tsx";
import { SuggestionsView } from "#components/suggestions/suggestions-view.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { ValueWaiting } from "#components/value/value-waiting.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { findAccepted, findSuggestions } from "#lib/segments/index.ts";
import { isWaiting, LEAST_CUSTOMERS } from "#lib/segments/suggestions/types.ts";
import { Refusal } from "../../refusal.tsx";
import { acceptSuggestionAction, askSuggestionsAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("suggestions");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SuggestedSegmentsPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("segment:read")) return <Refusal session={session} />;
  const [t, shown] = await Promise.all([
    getTranslations("suggestions"),
    withTenant(session, "segment:read", (tx) => findShown(tx)),
  ]);
  const { workspace, permissions, formats } = session;
  const base = `/w/${workspace.slug}`;
  const mayLookAgain = shown.found !== null && permissions.has("segment:write");
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("customers"), href: `${base}/customers` },
          { label: t("segments"), href: `${base}/segments` },
          { label: t("crumb") },
        ]}
      />
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          mayLookAgain && (
            <ActionForm
              action={askSuggestionsAction}
              hidden={{ tenant: workspace.slug }}
              submitLabel={t("lookAgain")}
              isInline
            />
          )
        }
      />
      <PrintNote formats={formats} />
      <SegmentTabs slug={workspace.slug} />
      <Shown shown={shown} session={session} />
    </>
  );
}

type Found = Awaited<ReturnType<typeof findShown>>;

async function findShown(tx: TenantTx) {
  const suggestions = await findSuggestions(tx);
  const { found = null, computedAt = null } = suggestions ?? {};
  const groups = found ? [...(found.clusters?.groups ?? []), ...found.cells] : [];
  return {
    ...{ found, computedAt },
    isAsked: suggestions !== null && isWaiting(suggestions, new Date()),
    accepted: await findAccepted(tx, groups),
  };
}

async function Shown({ shown, session }: { shown: Found; session: MemberSession }) {
  const t = await getTranslations("suggestions");
  const { found, computedAt, isAsked, accepted } = shown;
  const { workspace, permissions, formats } = session;
  const mayWrite = permissions.has("segment:write");
  const slug = workspace.slug;
  if (!found || computedAt === null || found.customers < LEAST_CUSTOMERS) {
    const look = mayWrite ? askSuggestionsAction : null;
    return <NoSuggestions reason={reasonOf(shown)} {...{ slug, look }} locale={formats.locale} />;
  }
  const instant = formatInstant(computedAt, formats.locale, formats.timeZone);
  return (
    <>
      {isAsked && (
        <Notice tone="info">
          {t("waitingAgain", { instant })}
          <ValueWaiting />
        </Notice>
      )}
      <SuggestionsView
        {...{ slug, found, computedAt, accepted, formats }}
        accept={mayWrite ? acceptSuggestionAction : null}
      />
    </>
  );
}

function reasonOf({ isAsked, found }: Found): NoSuggestionsProps["reason"] {
  if (isAsked) return { kind: "waiting" };
  return found ? { kind: "few", customers: found.customers } : { kind: "none" };
}
