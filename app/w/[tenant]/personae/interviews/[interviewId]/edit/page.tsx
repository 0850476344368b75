import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InterviewForm } from "#components/interviews/interview-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { type MemberSession, mayReadPersonalData } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getInterview } from "#lib/interviews/index.ts";
import { listPersonaSegments } from "#lib/personae/index.ts";
import { Refusal } from "../../../../refusal.tsx";
import { changeInterviewAction } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("interviewEdit") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; interviewId: string }> }>;

export default async function EditInterviewPage({ params }: Props) {
  const { tenant, interviewId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("evidence:write")) return <Refusal session={session} />;
  const [t, { interview, segments }] = await Promise.all([
    getTranslations("personae"),
    readInterview(session, interviewId),
  ]);
  const list = `/w/${tenant}/personae/interviews`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("interviewsTitle"), href: list },
          { label: interview.title ?? t("titleGone"), href: `${list}/${interview.id}` },
          { label: t("interviewEdit") },
        ]}
      />
      <PageHeader title={t("interviewEdit")} />
      <InterviewForm
        tenant={tenant}
        interview={interview}
        segments={segments}
        today={interview.heldOn}
        mayName={mayReadPersonalData(session)}
        action={changeInterviewAction}
      />
    </>
  );
}

function readInterview(session: MemberSession, interviewId: string) {
  return orNotFound(
    withTenant(session, "evidence:write", async (tx) => ({
      interview: await getInterview(tx, session, interviewId),
      segments: await listPersonaSegments(tx),
    })),
  );
}
