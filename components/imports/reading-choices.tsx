"use client";

import { useTranslations } from "next-intl";
import { InlineSelect } from "#components/ui/inline-select.tsx";
import {
  CSV_DELIMITERS,
  CSV_ENCODINGS,
  type CsvDelimiter,
  type CsvEncoding,
  MOST_HEADER_ROW,
} from "#lib/csv/types.ts";
import { DELIMITER_WORD, ENCODING_NAME } from "./dialect-words.ts";
import type { FileHead } from "./file-head.ts";
import type { ImportDraft } from "./import-draft.ts";
import type { ReadingChoice } from "./preview-file.ts";

export type ReadingChoicesProps = {
  draft: ImportDraft;
  isDisabled: boolean;
  onChange: (choice: ReadingChoice) => void;
};

/** How the file is written, as it looks; what is chosen instead is shown at once. A workbook has sheets instead. */
export function ReadingChoices(props: ReadingChoicesProps) {
  const t = useTranslations("imports");
  const { workbook } = props.draft.preview.head;
  return (
    <fieldset aria-label={t("howWritten")} className="flex flex-wrap gap-2 sm:ms-auto">
      {workbook ? <SheetChoice workbook={workbook} {...props} /> : <DialectChoices {...props} />}
      <HeaderRowChoice {...props} />
    </fieldset>
  );
}

type SheetChoiceProps = ReadingChoicesProps & { workbook: NonNullable<FileHead["workbook"]> };

function SheetChoice({ workbook, isDisabled, onChange }: SheetChoiceProps) {
  const t = useTranslations("imports");
  if (workbook.sheets.length < 2) return null;
  return (
    <InlineSelect
      label={t("sheet")}
      options={workbook.sheets.map((name) => ({ value: name, label: name }))}
      value={workbook.sheet}
      // Another sheet has its headers elsewhere.
      onChange={(sheet) => onChange({ sheet })}
      isDisabled={isDisabled}
    />
  );
}

function DialectChoices({ draft, isDisabled, onChange }: ReadingChoicesProps) {
  const t = useTranslations("imports");
  const { preview, choice } = draft;
  return (
    <>
      <InlineSelect
        label={t("encoding")}
        options={CSV_ENCODINGS.map((value) => ({ value, label: ENCODING_NAME[value] }))}
        value={preview.dialect.encoding}
        onChange={(value) => onChange({ ...choice, encoding: value as CsvEncoding })}
        isDisabled={isDisabled}
      />
      <InlineSelect
        label={t("delimiter")}
        options={CSV_DELIMITERS.map((value) => ({
          value,
          label: t(`delimiter_${DELIMITER_WORD[value]}`),
        }))}
        value={preview.dialect.delimiter}
        onChange={(value) => onChange({ ...choice, delimiter: value as CsvDelimiter })}
        isDisabled={isDisabled}
      />
    </>
  );
}

const HEADER_ROWS = Array.from({ length: MOST_HEADER_ROW }, (_, at) => String(at + 1));

function HeaderRowChoice({ draft, isDisabled, onChange }: ReadingChoicesProps) {
  const t = useTranslations("imports");
  return (
    <InlineSelect
      label={t("headerRow")}
      options={HEADER_ROWS.map((value) => ({ value, label: value }))}
      value={String(draft.preview.dialect.headerRow)}
      onChange={(row) => onChange({ ...draft.choice, headerRow: Number(row) })}
      isDisabled={isDisabled}
    />
  );
}
