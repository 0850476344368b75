import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { questionKey } from "#lib/needs/question-key.ts";
import type { MappedQuestion, SurveyQuestion } from "#lib/needs/types.ts";
import { RemoveForm } from "./answer-forms.tsx";

export type QuestionsTableProps = {
  questions: readonly SurveyQuestion[];
  tenant: string;
  locale: string;
  /** null for who may only read */
  unmap: FormAction | null;
};

/** The questions of surveys: how they were answered, and what they are mapped to. */
export function QuestionsTable(props: QuestionsTableProps) {
  const t = useTranslations("needs");
  return (
    <Table label={t("questionsPageTitle")}>
      <thead>
        <tr>
          <Th>{t("columnQuestion")}</Th>
          <Th align="end">{t("columnN")}</Th>
          <Th>{t("columnScale")}</Th>
          <Th>{t("columnAnswers")}</Th>
          <Th>{t("columnMapped")}</Th>
          {props.unmap && (
            <Th align="end">
              <span className="sr-only">{t("actions")}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {props.questions.map((question) => (
          <QuestionTr key={keyOf(question)} {...props} question={question} />
        ))}
      </tbody>
    </Table>
  );
}

type QuestionTrProps = Omit<QuestionsTableProps, "questions"> & { question: SurveyQuestion };

function QuestionTr({ question: asked, tenant, locale, unmap }: QuestionTrProps) {
  const t = useTranslations("needs");
  const { question, source, n, scales, answers, mapped } = asked;
  const number = (value: number) => formatNumber(value, locale);
  const pick = `?pick=${encodeURIComponent(keyOf(asked))}#map`;
  return (
    <tr>
      <RowTh>
        <span className="block max-w-104 min-w-44 py-1 break-words">
          {question}
          <span className="block text-2xs font-normal text-muted">{source.name}</span>
        </span>
      </RowTh>
      <Td align="end">{number(n)}</Td>
      <Td className="whitespace-nowrap">
        {scales
          .map(({ min, max }) => t("scale", { min: number(min), max: number(max) }))
          .join(", ")}
      </Td>
      <Td className="whitespace-nowrap text-muted">
        {answers
          .map(({ score, count }) => t("answerCount", { score, count: number(count) }))
          .join(" · ")}
      </Td>
      <Td>
        <MappedTo mapped={mapped} tenant={tenant} unmap={unmap} />
      </Td>
      {unmap && (
        <Td align="end">
          <ButtonLink
            href={`/w/${tenant}/needs/questions${pick}`}
            size="sm"
            aria-label={t("pickNamed", { question })}
          >
            {t("pick")}
          </ButtonLink>
        </Td>
      )}
    </tr>
  );
}

type MappedToProps = {
  mapped: readonly MappedQuestion[];
  tenant: string;
  unmap: FormAction | null;
};

function MappedTo({ mapped, tenant, unmap }: MappedToProps) {
  const t = useTranslations("needs");
  if (mapped.length === 0) return <span className="text-muted">{t("notMapped")}</span>;
  return (
    <ul className="grid min-w-56 gap-2 py-1">
      {mapped.map(({ id, aspect, need, question }) => (
        <li key={id} className="flex items-center justify-between gap-2">
          <span className="min-w-0">
            {need && (
              <Link
                href={`/w/${tenant}/needs/${need.id}`}
                className="inline-flex min-h-11 items-center sm:min-h-6"
              >
                {need.statement}
              </Link>
            )}
            <span className="block text-2xs text-muted">{t(`aspect_${aspect}`)}</span>
          </span>
          {unmap && (
            <RemoveForm
              tenant={tenant}
              action={unmap}
              hidden={{ mappingId: id }}
              submitLabel={t("unmap")}
              describedAs={t("unmapNamed", { question, aspect: t(`aspect_${aspect}`) })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function keyOf({ source, question }: SurveyQuestion): string {
  return questionKey({ sourceId: source.id, question });
}
