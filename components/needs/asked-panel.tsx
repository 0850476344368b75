import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import type { MappedQuestion, NeedRating } from "#lib/needs/types.ts";
import { RateNeedForm, RemoveForm } from "./answer-forms.tsx";
import { needFormats } from "./need-formats.ts";

type Change = "unmap" | "rate" | "removeRating";

export type AskedPanelProps = {
  tenant: string;
  needId: string;
  locale: string;
  questions: readonly MappedQuestion[];
  ratings: readonly NeedRating[];
  /** null for who may only read, and for an archived need */
  actions: Readonly<Record<Change, FormAction>> | null;
};

/** The questions that ask about a need, and what reports say of it. */
export function AskedPanel(props: AskedPanelProps) {
  const { tenant, needId, questions, ratings, actions } = props;
  const t = useTranslations("needs");
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel
        title={t("questionsTitle", { count: questions.length })}
        actions={
          actions && (
            <ButtonLink href={`/w/${tenant}/needs/questions?need=${needId}`} size="sm">
              {t("mapQuestions")}
            </ButtonLink>
          )
        }
      >
        {questions.length === 0 ? (
          <p className="text-muted">{t("questionsText")}</p>
        ) : (
          <QuestionList tenant={tenant} questions={questions} unmap={actions?.unmap ?? null} />
        )}
      </Panel>
      {(ratings.length > 0 || actions) && (
        <Panel title={t("ratingsTitle")} caption={t("ratingsCaption")}>
          <div className="grid gap-5">
            {ratings.length > 0 && <RatingList {...props} />}
            {actions && (
              <details>
                <SummaryLine>{t("rateTitle")}</SummaryLine>
                <div className="mt-3">
                  <RateNeedForm tenant={tenant} needId={needId} action={actions.rate} />
                </div>
              </details>
            )}
          </div>
        </Panel>
      )}
    </div>
  );
}

export type QuestionListProps = {
  tenant: string;
  questions: readonly MappedQuestion[];
  unmap: FormAction | null;
};

function QuestionList({ tenant, questions, unmap }: QuestionListProps) {
  const t = useTranslations("needs");
  return (
    <ul className="grid gap-3">
      {questions.map(({ id, aspect, question, source }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <span className="min-w-0 flex-1 basis-56">
            <span className="block break-words">{question}</span>
            <span className="block text-2xs text-muted">
              {t(`aspect_${aspect}`)} · {source?.name ?? t("anySource")}
            </span>
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

function RatingList({ tenant, ratings, locale, actions }: AskedPanelProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  return (
    <ul className="grid gap-3">
      {ratings.map(({ id, aspect, n, top2, mean, reportedIn, askedOn }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <span className="min-w-0 flex-1 basis-56">
            <span className="block">
              {t(aspect)}: {t("ratingLine", { top2: formats.number(top2), n: formats.number(n) })}
              {mean !== null && ` · ${t("meanOf", { mean: formats.mean(mean) })}`}
            </span>
            <span className="block text-2xs break-words text-muted">
              {t("fromReport", { source: reportedIn, day: formatDay(askedOn, locale) })}
            </span>
          </span>
          {actions && (
            <RemoveForm
              tenant={tenant}
              action={actions.removeRating}
              hidden={{ ratingId: id }}
              submitLabel={t("removeRating")}
              describedAs={t("removeRatingNamed", { source: reportedIn, aspect: t(aspect) })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
