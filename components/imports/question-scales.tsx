"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { cx } from "#lib/class-names.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import {
  type AskedQuestion,
  askedQuestions,
  MOST_QUESTIONS,
  withGuesses,
} from "./asked-questions.ts";
import { questionWords } from "./column-states.ts";
import { scaleOf } from "./column-values.ts";
import type { ImportDraft, Questions } from "./import-draft.ts";
import { choiceOfQuestion, questionOfChoice } from "./question-choice.ts";
import { QuestionFields } from "./question-fields.tsx";

export type QuestionScalesProps = {
  draft: ImportDraft;
  locale: string;
  isDisabled: boolean;
  onChange: (questions: Questions) => void;
};

/** Of a file whose rows name their question: on which scale each one is answered. */
export function QuestionScales({ draft, locale, isDisabled, onChange }: QuestionScalesProps) {
  const t = useTranslations("imports");
  const asked = useMemo(() => askedQuestions(draft), [draft]);
  const [edited, setEdited] = useState<AskedQuestion | null>(null);
  const open = asked.filter(({ isOpen }) => isOpen);
  const guessed = open.filter(({ guess }) => guess !== null);
  const becomes = draft.columns.includes("answer") ? "text" : "rejected";
  if (asked.length === 0) return null;
  return (
    <section
      aria-label={t("questionScales")}
      className="flex flex-col gap-2 border-t border-hairline px-4 py-4 sm:px-5"
    >
      <h3 className="text-sm font-semibold">
        {open.length > 0
          ? t("questionsOpen", { count: open.length, total: asked.length, becomes })
          : t("questionsSaid", { count: asked.length })}
      </h3>
      {guessed.length > 0 && (
        <Notice tone="info">
          <p>{t("questionsGuessed", { count: guessed.length })}</p>
          <Button
            size="sm"
            className="mt-2"
            isDisabled={isDisabled}
            onPress={() => onChange(withGuesses(draft.questions, asked))}
          >
            {t("takeGuesses", { count: guessed.length })}
          </Button>
        </Notice>
      )}
      <ul>
        {asked.slice(0, MOST_QUESTIONS).map((question) => (
          <QuestionLine
            key={question.text}
            {...{ question, locale, isDisabled }}
            onEdit={() => setEdited(question)}
          />
        ))}
      </ul>
      {asked.length > MOST_QUESTIONS && (
        <p className="text-2xs text-muted">
          {t("moreQuestions", { count: asked.length - MOST_QUESTIONS })}
        </p>
      )}
      {edited && (
        <ScaleDialog
          question={edited}
          onApply={(said) => {
            const { [edited.text]: _, ...others } = draft.questions;
            onChange(said ? { ...others, [edited.text]: said } : others);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

type QuestionLineProps = {
  question: AskedQuestion;
  locale: string;
  isDisabled: boolean;
  onEdit: () => void;
};

function QuestionLine({ question: asked, locale, isDisabled, onEdit }: QuestionLineProps) {
  const t = useTranslations("imports");
  const { text, count, samples, question, isOpen } = asked;
  const label = t(isOpen ? "sayScale" : "changeScaleOnly");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hairline py-2 first:border-t-0">
      <span className="min-w-0 flex-1 basis-60">
        <span className="line-clamp-2 break-words">{text}</span>
        <span className="block truncate text-2xs text-muted">
          {t("questionAnswers", { count })}
          {samples.length > 0 && ": "}
          <span className="font-mono">{samples.join(" · ")}</span>
        </span>
      </span>
      <span className="min-w-0 basis-48 text-xs">
        <span className={cx("block", isOpen ? "font-medium text-warn" : "text-muted")}>
          {isOpen ? t("scaleOpen") : questionWords(question, locale, t)}
        </span>
        {isOpen && <GuessWords question={asked} locale={locale} />}
      </span>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t("editOf", { label, header: text })}
        isDisabled={isDisabled}
        onPress={onEdit}
        className={cx("max-sm:-ms-3 sm:-me-2", isOpen && "text-primary!")}
      >
        {label}
      </Button>
    </li>
  );
}

/** What is likely, and what speaks for it. */
function GuessWords({
  question: { guess },
  locale,
}: Pick<QuestionLineProps, "question" | "locale">) {
  const t = useTranslations("imports");
  if (!guess) return <span className="block text-2xs text-muted">{t("guess_none")}</span>;
  const number = (value: number) => formatNumber(value, locale);
  const [least, greatest] = guess.answers.map(number);
  const { metric } = guess.question;
  const { min, max } = scaleOf(guess.question);
  const scale = metric
    ? questionWords(guess.question, locale, t)
    : t("scaleEnds", { min: number(min), max: number(max) });
  return (
    <span className="block text-2xs text-muted">
      {t(`guess_${guess.why}`, { scale, least: least ?? "", greatest: greatest ?? "" })}
    </span>
  );
}

type ScaleDialogProps = {
  question: AskedQuestion;
  onApply: (said: Questions[string] | undefined) => void;
  onClose: () => void;
};

function ScaleDialog({ question: asked, onApply, onClose }: ScaleDialogProps) {
  const t = useTranslations("imports");
  const { text, question, guess, canBeWords } = asked;
  const [choice, setChoice] = useState(() =>
    choiceOfQuestion(question ?? guess?.question, canBeWords ? "words" : "score"),
  );
  const said = questionOfChoice(choice);
  return (
    <Dialog
      title={text}
      size="lg"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            isDisabled={said === null}
            onPress={() => said !== null && onApply(said)}
          >
            {t("apply")}
          </Button>
        </>
      }
    >
      <QuestionFields choice={choice} canBeWords={canBeWords} onChange={setChoice} />
    </Dialog>
  );
}
