import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { MapQuestionForm } from "#components/needs/answer-forms.tsx";
import { NeedTabs } from "#components/needs/need-tabs.tsx";
import { QuestionsTable } from "#components/needs/questions-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listNeeds, listQuestions } from "#lib/needs/index.ts";
import { questionKey } from "#lib/needs/question-key.ts";
import type { SurveyQuestion } from "#lib/needs/types.ts";
import { Refusal } from "../../refusal.tsx";
import { mapQuestionAction, unmapQuestionAction } from "../actions.ts";

/** Answers are counted as they stand: of millions that takes a moment. */
const LONGEST_MS = 30_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs");
  return { title: t("questionsPageTitle") };
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{ params: Promise<{ tenant: string }>; searchParams: Promise<Asked> }>;

export default async function QuestionsPage({ params, searchParams }: Props) {
  const [{ tenant }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("needs"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("need:read")) return <Refusal session={session} />;
  const { questions, needs } = await readQuestions(session);
  const mayWrite = session.permissions.has("need:write");
  return (
    <>
      <CustomerCrumbs
        slug={tenant}
        crumbs={[{ label: t("title"), href: `/w/${tenant}/needs` }, { label: t("tabQuestions") }]}
      />
      <PageHeader title={t("questionsPageTitle")} purpose={t("questionsPagePurpose")} />
      <NeedTabs slug={tenant} />
      {questions.length === 0 ? (
        <EmptyState
          kind="nothing-yet"
          title={t("questionsEmptyTitle")}
          actions={
            session.permissions.has("import:write") && (
              <ButtonLink href={`/w/${tenant}/data/imports/new`} variant="primary">
                {t("importFile")}
              </ButtonLink>
            )
          }
        >
          {t("questionsEmptyText")}
        </EmptyState>
      ) : (
        <>
          {mayWrite && <MapPanel {...{ tenant, questions, needs, asked }} />}
          <Panel hasPadding={false}>
            <QuestionsTable
              questions={questions}
              tenant={tenant}
              locale={session.formats.locale}
              unmap={mayWrite ? unmapQuestionAction : null}
            />
          </Panel>
        </>
      )}
    </>
  );
}

type MapPanelProps = {
  tenant: string;
  questions: readonly SurveyQuestion[];
  needs: readonly { id: string; statement: string }[];
  asked: Asked;
};

async function MapPanel({ tenant, questions, needs, asked }: MapPanelProps) {
  const t = await getTranslations("needs");
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : "");
  return (
    <div id="map" className="scroll-mt-20">
      <Panel title={t("mapTitle")} caption={t("mapCaption")}>
        <MapQuestionForm
          // Another choice in the address is another form.
          key={`${text("pick")} ${text("need")}`}
          tenant={tenant}
          action={mapQuestionAction}
          questions={questions.map(({ source, question }) => ({
            value: questionKey({ sourceId: source.id, question }),
            label: t("questionOption", { question, source: source.name }),
          }))}
          needs={needs.map(({ id, statement }) => ({ value: id, label: statement }))}
          given={{ picked: text("pick"), needId: text("need") }}
        />
      </Panel>
    </div>
  );
}

function readQuestions(session: MemberSession) {
  return withTenant(
    session,
    "need:read",
    async (tx) => {
      const needs = await listNeeds(tx, session);
      return {
        questions: await listQuestions(tx, session),
        needs: needs
          .filter(({ isArchived }) => !isArchived)
          .sort((a, b) => a.statement.localeCompare(b.statement)),
      };
    },
    { timeoutMs: LONGEST_MS },
  );
}
