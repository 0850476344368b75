"use client";

import { useTranslations } from "next-intl";
import { SegmentedChoice } from "#components/ui/segmented-choice.tsx";
import type { DateFormat, DecimalSeparator } from "#lib/imports/types.ts";
import type { questionsOf } from "./draft-mapping.ts";
import type { ImportDraft } from "./import-draft.ts";

export type ReadingQuestionsProps = {
  questions: ReturnType<typeof questionsOf>;
  onAnswer: (answer: Partial<Pick<ImportDraft, "dateFormat" | "decimalSeparator">>) => void;
};

const DATE_FORMATS = ["dmy", "mdy"] as const satisfies readonly DateFormat[];
const MARKS = { ".": "decimal_point", ",": "decimal_comma" } as const;

/** What cannot be told from the rows: the order of day and month, and the decimal mark. */
export function ReadingQuestions({ questions, onAnswer }: ReadingQuestionsProps) {
  const t = useTranslations("imports");
  const { date, decimal, answers, isAnswered, isBySelf } = questions;
  if (!date && !decimal) return null;
  return (
    <div className="flex flex-col gap-3 border-t border-hairline bg-tint-warn px-4 py-4 sm:px-5">
      {date && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="font-medium">{t("dateQuestion", { example: date.example })}</p>
          <SegmentedChoice
            label={t("dateQuestion", { example: date.example })}
            options={DATE_FORMATS.map((value) => ({ value, label: t(`dateFormat_${value}`) }))}
            value={answers.dateFormat}
            onChange={(dateFormat) => onAnswer({ dateFormat })}
          />
        </div>
      )}
      {decimal && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="font-medium">{t("decimalQuestion", { example: decimal.example })}</p>
          <SegmentedChoice<DecimalSeparator>
            label={t("decimalQuestion", { example: decimal.example })}
            options={[
              { value: ".", label: t(MARKS["."]) },
              { value: ",", label: t(MARKS[","]) },
            ]}
            value={answers.decimalSeparator}
            onChange={(decimalSeparator) => onAnswer({ decimalSeparator })}
          />
        </div>
      )}
      <p className="text-2xs text-muted">
        {t(isAnswered ? (isBySelf ? "suggested" : "said") : "unanswered")}
      </p>
    </div>
  );
}
