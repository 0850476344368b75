import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { DeletedInterviews } from "#components/interviews/deleted-interviews.tsx";
import { InterviewsTable } from "#components/interviews/interviews-table.tsx";
import { PersonaeTabs } from "#components/personae/personae-tabs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDeleted } from "#lib/deleted/index.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { listInterviews } from "#lib/interviews/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { bringBackInterviewAction } from "../actions.ts";

const INTERVIEWS_A_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("interviewsTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}>;

export default async function InterviewsPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("evidence:read")) return <Refusal session={session} />;
  const asked = (await searchParams).after;
  const after = typeof asked === "string" ? asked : null;
  const mayWrite = session.permissions.has("evidence:write");
  const [t, { items, next, deleted }] = await Promise.all([
    getTranslations("personae"),
    orNotFound(
      withTenant(session, "evidence:read", async (tx) => ({
        ...(await listInterviews(tx, session, { after, limit: INTERVIEWS_A_PAGE })),
        deleted: mayWrite ? await listDeleted(tx, session, { kind: "interview" }) : [],
      })),
    ),
  ]);
  const { slug } = session.workspace;
  const href = `/w/${slug}/personae/interviews`;
  const record = mayWrite && (
    <ButtonLink href={`${href}/new`} variant="primary">
      {t("interviewRecord")}
    </ButtonLink>
  );
  return (
    <>
      <CustomerCrumbs
        slug={slug}
        crumbs={[{ label: t("title"), href: `/w/${slug}/personae` }, { label: t("interviews") }]}
      />
      <PageHeader
        title={t("interviewsTitle")}
        purpose={t("interviewsPurpose")}
        actions={
          items.length > 0 && (
            <>
              {session.permissions.has("customer:export") && <ExportMenu href={`${href}/export`} />}
              {record}
            </>
          )
        }
      />
      <PersonaeTabs slug={slug} />
      {items.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("interviewsEmpty")} actions={record}>
          {t(mayWrite ? "interviewsEmptyText" : "interviewsEmptyReadOnly")}
        </EmptyState>
      ) : (
        <Panel hasPadding={false}>
          <InterviewsTable interviews={items} slug={slug} locale={session.formats.locale} />
        </Panel>
      )}
      <Pager
        label={t("interviewsTitle")}
        first={after && href}
        next={next && `${href}?after=${next}`}
      />
      <DeletedInterviews
        interviews={deleted}
        tenant={slug}
        formats={session.formats}
        bringBack={bringBackInterviewAction}
      />
    </>
  );
}
