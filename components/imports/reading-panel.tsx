import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { closedListOf } from "#lib/imports/closed-lists.ts";
import { isAnswer, isImportField, questionOf } from "#lib/imports/import-fields.ts";
import type { ImportReading } from "#lib/imports/reading.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { questionWords } from "./column-states.ts";
import { DELIMITER_WORD, ENCODING_NAME } from "./dialect-words.ts";
import { fieldWord } from "./field-options.ts";

export type ReadingPanelProps = { reading: ImportReading; kind: ImportKind; locale: string };

/** How the file of an import was read: its columns, what stood for all rows, and how it was written. */
export function ReadingPanel({ reading, kind, locale }: ReadingPanelProps) {
  const t = useTranslations("imports");
  const used = usedColumns(reading, kind, locale, t);
  const left = reading.columns.length - used.length;
  return (
    <Panel
      title={t("readingTitle")}
      caption={t(reading.isRemembered ? "readingRemembered" : "readingCaption", { left })}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        <DefinitionList entries={used} />
        <DefinitionList entries={factsOf(reading, kind, t)} />
      </div>
    </Panel>
  );
}

type Words = ReturnType<typeof useTranslations<"imports">>;

/** What columns became, and which ones fill the gaps of others. */
function usedColumns(
  reading: ImportReading,
  kind: ImportKind,
  locale: string,
  t: Words,
): Definition[] {
  const standIns = new Map(
    Object.entries(reading.fallbacks ?? {}).flatMap(([field, headers]) => {
      const own = reading.columns.find((column) => column.field === field)?.header;
      return own === undefined ? [] : (headers ?? []).map((header) => [header, own] as const);
    }),
  );
  return reading.columns.flatMap(({ header, field }) => {
    if (field !== null)
      return [{ term: header, value: columnWord(field, reading, { kind, locale }, t) }];
    const own = standIns.get(header);
    return own === undefined ? [] : [{ term: header, value: t("standsIn", { header: own }) }];
  });
}

function wordOf(field: string, kind: ImportKind, t: Words): string {
  if (!isImportField(kind, field)) return field;
  return field.startsWith("attributes.") ? field.slice("attributes.".length) : t(fieldWord(field));
}

/** What a column became; of an answer also its scale, and of all how many texts stand for something else. */
function columnWord(
  field: string,
  { questions = {}, values = {} }: ImportReading,
  { kind, locale }: Pick<ReadingPanelProps, "kind" | "locale">,
  t: Words,
): string {
  if (!isImportField(kind, field)) return field;
  const what = isAnswer(field)
    ? t("answerAs", { how: questionWords(questions[questionOf(field)], locale, t) })
    : wordOf(field, kind, t);
  const count = Object.keys(values[field] ?? {}).length;
  return count > 0 ? `${what} · ${t("valuesMapped", { count })}` : what;
}

/** A constant in words, where it is one of few values. */
function constantWord(field: string, value: string, kind: ImportKind, t: Words): string {
  const list = isImportField(kind, field) ? closedListOf(field) : null;
  const word = list?.words.find((each) => each === value);
  return word ? t(`word_${word}`) : value;
}

function factsOf(reading: ImportReading, kind: ImportKind, t: Words): Definition[] {
  const { encoding, delimiter, sheet, dateFormat, decimalSeparator, currency } = reading;
  const { headerRow = 1 } = reading;
  const constants = Object.entries(reading.constants ?? {});
  return [
    ...originFacts(reading, t),
    ...(sheet ? [{ term: t("sheet"), value: sheet }] : []),
    ...(encoding ? [{ term: t("encoding"), value: ENCODING_NAME[encoding] }] : []),
    ...(delimiter
      ? [{ term: t("delimiter"), value: t(`delimiter_${DELIMITER_WORD[delimiter]}`) }]
      : []),
    ...(headerRow > 1 ? [{ term: t("headerRow"), value: String(headerRow) }] : []),
    ...(dateFormat ? [{ term: t("dates"), value: t(`dateFormat_${dateFormat}`) }] : []),
    ...(decimalSeparator
      ? [
          {
            term: t("amounts"),
            value: t(decimalSeparator === "," ? "decimal_comma" : "decimal_point"),
          },
        ]
      : []),
    ...(currency ? [{ term: t("field_currency"), value: currency }] : []),
    ...constants.map(([field, value]) => ({
      term: wordOf(field, kind, t),
      value: (
        <span className="flex flex-wrap items-center gap-2">
          {constantWord(field, value ?? "", kind, t)}
          <Chip isMuted>{t("forAllRows")}</Chip>
        </span>
      ),
    })),
  ];
}

/** Which export it is, where it comes from, and what is made on the way. */
function originFacts(reading: ImportReading, t: Words): Definition[] {
  const { source, timeZone, format, createMissing } = reading;
  return [
    ...(format ? [{ term: t("readAsExport"), value: t("readAsExportYes") }] : []),
    ...(source ? [{ term: t("source"), value: source }] : []),
    ...(createMissing
      ? [
          {
            term: t("createMissing"),
            value: createMissing.map((each) => t(`creatable_${each}`)).join(", ") || "–",
          },
        ]
      : []),
    ...(timeZone ? [{ term: t("timeZone"), value: timeZone }] : []),
  ];
}
