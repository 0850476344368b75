import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeleteInterviewPanel } from "#components/interviews/delete-interview-panel.tsx";
import { InterviewView } from "#components/interviews/interview-view.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { interviewLoss } from "#lib/evidence/index.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getInterview, listCutTargets } from "#lib/interviews/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { cutEvidenceAction, deleteInterviewAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("oneInterview") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; interviewId: string }> }>;

export default async function InterviewPage({ params }: Props) {
  const { tenant, interviewId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("evidence:read")) return <Refusal session={session} />;
  const [t, { interview, targets, loss }] = await Promise.all([
    getTranslations("personae"),
    readInterview(session, interviewId),
  ]);
  const list = `/w/${tenant}/personae/interviews`;
  const { locale } = session.formats;
  const mayWrite = session.permissions.has("evidence:write");
  const title = interview.title ?? t("titleGone");
  const facts = [formatDay(interview.heldOn, locale), interview.segment?.name];
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: `/w/${tenant}/personae` },
          { label: t("interviewsTitle"), href: list },
          { label: title },
        ]}
      />
      <PageHeader
        title={title}
        purpose={facts.filter(Boolean).join(" · ")}
        actions={
          mayWrite && (
            <ButtonLink href={`${list}/${interview.id}/edit`}>{t("interviewEdit")}</ButtonLink>
          )
        }
      />
      <InterviewView
        interview={interview}
        slug={tenant}
        targets={targets}
        cut={mayWrite ? cutEvidenceAction : null}
      />
      {mayWrite && (
        <DeleteInterviewPanel
          tenant={tenant}
          interview={interview}
          loss={loss}
          action={deleteInterviewAction}
        />
      )}
    </>
  );
}

function readInterview(session: MemberSession, interviewId: string) {
  return orNotFound(
    withTenant(session, "evidence:read", async (tx) => {
      const interview = await getInterview(tx, session, interviewId);
      return {
        interview,
        targets: await listCutTargets(tx),
        loss: await interviewLoss(tx, session, interview.id),
      };
    }),
  );
}
