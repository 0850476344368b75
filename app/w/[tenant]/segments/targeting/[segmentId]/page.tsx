import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TargetFacts } from "#components/targeting/target-facts.tsx";
import { TargetForms } from "#components/targeting/target-forms.tsx";
import { TargetHistory } from "#components/targeting/target-history.tsx";
import { TargetNotesList } from "#components/targeting/target-notes-list.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findTarget, listTargetVersions } from "#lib/segments/index.ts";
import { Refusal } from "../../../refusal.tsx";
import {
  declineTargetAction,
  judgeTargetAction,
  rankTargetAction,
  restoreTargetAction,
} from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targeting");
  return { title: t("pageTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; segmentId: string }> }>;

export default async function TargetPage({ params }: Props) {
  const { tenant, segmentId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("segment:read")) return <Refusal session={session} />;
  const [t, words, { found, versions }] = await Promise.all([
    getTranslations("targeting"),
    getTranslations("suggestions"),
    withTenant(session, "segment:read", async (tx) => ({
      found: await findTarget(tx, session, segmentId),
      versions: await listTargetVersions(tx, segmentId),
    })),
  ]);
  if (!found) notFound();
  const { row, targeting } = found;
  const { workspace, permissions, formats } = session;
  const base = `/w/${workspace.slug}/segments`;
  const mayWrite = permissions.has("segment:write");
  const actions = {
    ...{ judge: judgeTargetAction, rank: rankTargetAction },
    decline: declineTargetAction,
  };
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: words("segments"), href: base },
          { label: t("crumb"), href: `${base}/targeting` },
          { label: row.name },
        ]}
      />
      <PageHeader title={t("targetTitle", { name: row.name })} purpose={t("targetPurpose")} />
      <PrintNote formats={formats} />
      <TargetFacts
        row={row}
        weights={targeting.weights}
        formats={valueFormats(targeting.currency, formats.locale)}
      />
      {mayWrite ? (
        <TargetForms tenant={workspace.slug} row={row} actions={actions} />
      ) : (
        <TargetNotesList row={row} />
      )}
      <TargetHistory
        versions={versions}
        restore={
          mayWrite
            ? { action: restoreTargetAction, hidden: { tenant, segmentId, version: row.version } }
            : null
        }
        formats={formats}
      />
    </>
  );
}
