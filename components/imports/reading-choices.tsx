"use client";

import { useTranslations } from "next-intl";
import { InlineSelect } from "#components/ui/inline-select.tsx";
import {
  CSV_DELIMITERS,
  CSV_ENCODINGS,
  type CsvDelimiter,
  type CsvEncoding,
} from "#lib/csv/types.ts";
import { DELIMITER_WORD, ENCODING_NAME } from "./dialect-words.ts";
import type { ImportDraft } from "./import-draft.ts";
import type { ReadingChoice } from "./preview-file.ts";

export type ReadingChoicesProps = {
  draft: ImportDraft;
  isDisabled: boolean;
  onChange: (choice: ReadingChoice) => void;
};

/** How the file is written, as it looks; what is chosen instead is shown at once. A workbook has sheets instead. */
export function ReadingChoices({ draft, isDisabled, onChange }: ReadingChoicesProps) {
  const t = useTranslations("imports");
  const { preview, choice } = draft;
  const { dialect, workbook } = preview;
  if (workbook) {
    if (workbook.sheets.length < 2) return null;
    return (
      <div className={PLACE}>
        <InlineSelect
          label={t("sheet")}
          options={workbook.sheets.map((name) => ({ value: name, label: name }))}
          value={workbook.sheet}
          onChange={(sheet) => onChange({ ...choice, sheet })}
          isDisabled={isDisabled}
        />
      </div>
    );
  }
  return (
    <fieldset aria-label={t("howWritten")} className={`${PLACE} flex flex-wrap gap-2`}>
      <InlineSelect
        label={t("encoding")}
        options={CSV_ENCODINGS.map((value) => ({ value, label: ENCODING_NAME[value] }))}
        value={dialect.encoding}
        onChange={(value) => onChange({ ...choice, encoding: value as CsvEncoding })}
        isDisabled={isDisabled}
      />
      <InlineSelect
        label={t("delimiter")}
        options={CSV_DELIMITERS.map((value) => ({
          value,
          label: t(`delimiter_${DELIMITER_WORD[value]}`),
        }))}
        value={dialect.delimiter}
        onChange={(value) => onChange({ ...choice, delimiter: value as CsvDelimiter })}
        isDisabled={isDisabled}
      />
    </fieldset>
  );
}

const PLACE = "sm:ms-auto";
