"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { scoreLabels } from "#lib/imports/label-scales.ts";
import { valueKey } from "#lib/imports/row-cells.ts";
import type { ImportField } from "#lib/imports/types.ts";
import { type ColumnValue, MOST_VALUES, wordsOf } from "./column-values.ts";

/** What each text stands for, by its key: "" for nothing. A text that is not among them stands as it is written. */
export type Meanings = ReadonlyMap<string, string>;

export type ValueFieldsProps = {
  field: ImportField;
  /** Those that cannot be read come first */
  values: readonly ColumnValue[];
  meanings: Meanings;
  /** Whether the usual labels of five-point scales may be offered as numbers */
  isScored: boolean;
  onChange: (meanings: Meanings) => void;
  /** The labels were taken for numbers from 1 to 5 */
  onScored: () => void;
};

/** The different texts of a column, each with what it stands for. */
export function ValueFields(props: ValueFieldsProps) {
  const { field, values, meanings, isScored, onChange } = props;
  const t = useTranslations("imports");
  // Text fields keep what is typed: a suggestion that is taken fills them anew.
  const [round, setRound] = useState(0);
  const labels = values.map(({ text }) => text);
  const suggested = isScored ? scoreLabels(labels) : null;
  const set = (text: string, meaning: string | null) => {
    const next = new Map(meanings);
    if (meaning === null) next.delete(valueKey(text));
    else next.set(valueKey(text), meaning);
    onChange(next);
  };
  const take = (scores: Meanings) => {
    onChange(
      new Map([
        ...meanings,
        ...[...scores].map(([text, score]) => [valueKey(text), score] as const),
      ]),
    );
    setRound(round + 1);
    props.onScored();
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-medium">{t("valuesStandFor")}</legend>
      {suggested && !isTaken(suggested, meanings) && (
        <Suggestion scores={suggested} onTake={() => take(suggested)} />
      )}
      <ul key={round}>
        {values.slice(0, MOST_VALUES).map((value) => (
          <ValueLine
            key={value.text}
            field={field}
            value={value}
            meaning={meanings.get(valueKey(value.text)) ?? null}
            onChange={(meaning) => set(value.text, meaning)}
          />
        ))}
      </ul>
      {values.length > MOST_VALUES && (
        <p className="mt-2 text-2xs text-muted">
          {t("moreValues", { count: values.length - MOST_VALUES })}
        </p>
      )}
    </fieldset>
  );
}

/** Whether each label stands for some number by now. */
function isTaken(scores: Meanings, meanings: Meanings): boolean {
  return [...scores.keys()].every((label) => meanings.has(valueKey(label)));
}

function Suggestion({ scores, onTake }: { scores: Meanings; onTake: () => void }) {
  const t = useTranslations("imports");
  const list = [...scores]
    .toSorted(([, one], [, other]) => Number(one) - Number(other))
    .map(([written, read]) => t("exampleRead", { written, read }))
    .join(" · ");
  return (
    <div className="mt-1 mb-2">
      <Notice tone="info">
        <p>{t("labelsLike", { count: scores.size })}</p>
        <p className="mt-0.5 text-xs text-muted">{list}</p>
        <Button size="sm" className="mt-2" onPress={onTake}>
          {t("takeLabels")}
        </Button>
      </Notice>
    </div>
  );
}

type ValueLineProps = {
  field: ImportField;
  value: ColumnValue;
  /** null while it stands as it is written */
  meaning: string | null;
  onChange: (meaning: string | null) => void;
};

function ValueLine({ field, value: { text, count, isRead }, meaning, onChange }: ValueLineProps) {
  const t = useTranslations("imports");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline py-2 first:border-t-0">
      <span className="min-w-0 flex-1 basis-40">
        <span className="line-clamp-2 font-mono text-2xs break-words">{text}</span>
        <span className={isRead ? "text-2xs text-muted" : "text-2xs font-medium text-bad"}>
          {t(isRead ? "valueRows" : "valueUnread", { count })}
        </span>
      </span>
      <Meaning field={field} text={text} meaning={meaning} onChange={onChange} />
    </li>
  );
}

type MeaningProps = Pick<ValueLineProps, "field" | "meaning" | "onChange"> & { text: string };

const AS_WRITTEN = "=";
const NOTHING = "-";

/** A choice where the field knows few words, a line of text elsewhere. */
function Meaning({ field, text, meaning, onChange }: MeaningProps) {
  const t = useTranslations("imports");
  const words = wordsOf(field);
  const label = t("standsFor", { text });
  if (words)
    return (
      <Select
        className="w-48"
        label={label}
        isLabelHidden
        isMuted={meaning === null}
        options={[
          { value: AS_WRITTEN, label: t("asWritten") },
          ...words.map((value) => ({ value, label: t(`word_${value}`) })),
          { value: NOTHING, label: t("nothing") },
        ]}
        value={meaning === "" ? NOTHING : (meaning ?? AS_WRITTEN)}
        onChange={(value) => onChange(value === AS_WRITTEN ? null : value === NOTHING ? "" : value)}
      />
    );
  return <TypedMeaning label={label} meaning={meaning} onChange={onChange} />;
}

type TypedMeaningProps = Pick<ValueLineProps, "meaning" | "onChange"> & { label: string };

function TypedMeaning({ label, meaning, onChange }: TypedMeaningProps) {
  const t = useTranslations("imports");
  if (meaning === "")
    return (
      <span className="flex items-center gap-2">
        <span className="text-xs text-muted">{t("nothing")}</span>
        <Button size="sm" variant="quiet" onPress={() => onChange(null)}>
          {t("asWritten")}
        </Button>
      </span>
    );
  return (
    <span className="flex items-center gap-2">
      <TextField
        className="w-28 *:first:sr-only"
        label={label}
        name="meaning"
        placeholder={t("asWritten")}
        defaultValue={meaning ?? ""}
        onChange={(typed) => onChange(typed.trim() === "" ? null : typed.trim())}
      />
      <Button size="sm" variant="quiet" onPress={() => onChange("")}>
        {t("leaveEmpty")}
      </Button>
    </span>
  );
}
