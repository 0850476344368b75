"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { isAnswer } from "#lib/imports/import-fields.ts";
import { valueKey } from "#lib/imports/row-cells.ts";
import type { ImportField } from "#lib/imports/types.ts";
import { asksForScale, likelyQuestion, questionIn, withQuestion } from "./column-question.ts";
import { columnValues, meaningsOf, valueTest } from "./column-values.ts";
import type { ImportDraft } from "./import-draft.ts";
import { choiceOfQuestion, type QuestionChoice, questionOfChoice } from "./question-choice.ts";
import { QuestionFields } from "./question-fields.tsx";
import { type Meanings, ValueFields } from "./value-fields.tsx";

export type ColumnEditorProps = {
  draft: ImportDraft;
  /** Which column, and what it becomes */
  at: number;
  field: ImportField;
  onApply: (change: Pick<ImportDraft, "values" | "questions" | "constants">) => void;
  onClose: () => void;
};

/** What the texts of a column stand for, and of a question on which scale it is answered. */
export function ColumnEditor({ draft, at, field, onApply, onClose }: ColumnEditorProps) {
  const t = useTranslations("imports");
  const hasScale = asksForScale(draft, field);
  const canBeWords = isAnswer(field);
  const [choice, setChoice] = useState(() =>
    choiceOfQuestion(
      questionIn(draft, field) ?? likelyQuestion(draft, at, field),
      canBeWords ? "words" : "score",
    ),
  );
  const [initial] = useState<Meanings>(() => meaningsOf(draft.values, field));
  const [meanings, setMeanings] = useState(initial);
  const asked = hasScale ? questionOfChoice(choice) : undefined;
  // Those first that the scale leaves unread, whatever was typed since: lines must not move under a hand.
  const order = textsOf(draft, at, field, initial, choice);
  const isRead = valueTest(field, meanings, asked ?? undefined);
  const values = order.map((value) => ({ ...value, isRead: isRead(value.text) }));
  const apply = () => {
    const { questions, constants } = hasScale
      ? withQuestion(draft, field, asked ?? undefined)
      : draft;
    const texts = meaningsByText(draft, field, values, meanings);
    onApply({ values: { ...draft.values, [field]: texts }, questions, constants });
    onClose();
  };
  return (
    <Dialog
      title={draft.preview.headers[at]?.trim() ?? ""}
      size="lg"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button variant="primary" onPress={apply} isDisabled={asked === null}>
            {t("apply")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {hasScale && (
          <QuestionFields choice={choice} canBeWords={canBeWords} onChange={setChoice} />
        )}
        <ValueFields
          field={field}
          values={values}
          meanings={meanings}
          isScored={field === "score" || isAnswer(field)}
          onChange={setMeanings}
          onScored={() => {
            if (hasScale && questionOfChoice(choice) == null) setChoice(ONE_TO_FIVE);
          }}
        />
      </div>
    </Dialog>
  );
}

const ONE_TO_FIVE: QuestionChoice = { asked: "score", min: "1", max: "5", higherIsBetter: true };

function textsOf(
  draft: ImportDraft,
  at: number,
  field: ImportField,
  meanings: Meanings,
  choice: QuestionChoice,
) {
  const asked = questionOfChoice(choice) ?? undefined;
  return columnValues(draft, at, valueTest(field, meanings, asked));
}

/** Meanings under the texts as they are written; those of texts that the first rows do not hold are kept. */
function meaningsByText(
  { values }: ImportDraft,
  field: ImportField,
  shown: readonly { text: string }[],
  meanings: Meanings,
): Record<string, string> {
  const texts = new Map(
    [...Object.keys(values[field] ?? {}), ...shown.map(({ text }) => text)].map((text) => [
      valueKey(text),
      text,
    ]),
  );
  return Object.fromEntries(
    [...meanings].map(([key, meaning]) => [texts.get(key) ?? key, meaning]),
  );
}
