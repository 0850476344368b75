"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "#components/ui/number-field.tsx";
import { SegmentedChoice } from "#components/ui/segmented-choice.tsx";
import { Select } from "#components/ui/select.tsx";
import {
  ASKED,
  type Asked,
  askFor,
  hasOwnScale,
  type QuestionChoice,
  questionOfChoice,
} from "./question-choice.ts";

export type QuestionFieldsProps = {
  choice: QuestionChoice;
  /** Scores can only be scores */
  canBeWords: boolean;
  onChange: (choice: QuestionChoice) => void;
};

const DIRECTIONS = ["high", "low"] as const;

/** What a question asks for, and of a score the ends of its scale and which of them is better. */
export function QuestionFields({ choice, canBeWords, onChange }: QuestionFieldsProps) {
  const t = useTranslations("imports");
  const { asked, min, max, higherIsBetter } = choice;
  const errors = questionOfChoice(choice) === null && min !== "" && max !== "";
  return (
    <div className="flex flex-col gap-3">
      <Select
        className="sm:max-w-72"
        label={t("whatIsAsked")}
        options={ASKED.filter((each) => canBeWords || each !== "words").map((value) => ({
          value,
          label: t(`asked_${value}`),
        }))}
        value={asked}
        onChange={(value) => onChange(askFor(choice, ASKED.find(is(value)) ?? "words"))}
      />
      {asked === "nps" && <p className="text-xs text-muted">{t("npsScale")}</p>}
      {asked === "words" && <p className="text-xs text-muted">{t("wordsScale")}</p>}
      {hasOwnScale(choice) && (
        <div key={asked} className="flex flex-wrap items-start gap-3">
          <NumberField
            className="w-28"
            label={t("scaleLowest")}
            name="scaleMin"
            defaultValue={min}
            errors={errors ? [t("scaleWrong")] : []}
            onChange={(value) => onChange({ ...choice, min: value })}
          />
          <NumberField
            className="w-28"
            label={t("scaleHighest")}
            name="scaleMax"
            defaultValue={max}
            onChange={(value) => onChange({ ...choice, max: value })}
          />
          <div className="flex flex-col">
            <span aria-hidden="true" className="mb-1 text-xs font-medium">
              {t("scaleBetter")}
            </span>
            <SegmentedChoice
              label={t("scaleBetter")}
              options={DIRECTIONS.map((value) => ({ value, label: t(`scale_${value}`) }))}
              value={higherIsBetter ? "high" : "low"}
              onChange={(value) => onChange({ ...choice, higherIsBetter: value === "high" })}
            />
          </div>
        </div>
      )}
    </div>
  );
}

function is(value: string) {
  return (asked: Asked): boolean => asked === value;
}
