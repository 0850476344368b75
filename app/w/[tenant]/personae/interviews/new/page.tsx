import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InterviewForm } from "#components/interviews/interview-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { mayReadPersonalData } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listPersonaSegments } from "#lib/personae/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { recordInterviewAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("interviewRecord") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function NewInterviewPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("evidence:write")) return <Refusal session={session} />;
  const [t, segments] = await Promise.all([
    getTranslations("personae"),
    withTenant(session, "evidence:write", listPersonaSegments),
  ]);
  const { slug, timeZone } = session.workspace;
  const list = `/w/${slug}/personae/interviews`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: `/w/${slug}/personae` },
          { label: t("interviewsTitle"), href: list },
          { label: t("interviewRecord") },
        ]}
      />
      <PageHeader title={t("interviewRecord")} purpose={t("interviewsEmptyText")} />
      <InterviewForm
        tenant={slug}
        interview={null}
        segments={segments}
        today={dayInZone(timeZone, Date.now())}
        mayName={mayReadPersonalData(session)}
        action={recordInterviewAction}
      />
    </>
  );
}
