import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { isImportField } from "#lib/imports/import-fields.ts";
import { CONSENT_WORDS } from "#lib/imports/read-consent.ts";
import type { ImportReading } from "#lib/imports/reading.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { DELIMITER_WORD, ENCODING_NAME } from "./dialect-words.ts";
import { fieldWord } from "./field-options.ts";

export type ReadingPanelProps = { reading: ImportReading; kind: ImportKind };

/** How the file of an import was read: its columns, what stood for all rows, and how it was written. */
export function ReadingPanel({ reading, kind }: ReadingPanelProps) {
  const t = useTranslations("imports");
  const used = reading.columns.filter(({ field }) => field !== null);
  const left = reading.columns.length - used.length;
  return (
    <Panel
      title={t("readingTitle")}
      caption={t(reading.isRemembered ? "readingRemembered" : "readingCaption", { left })}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        <DefinitionList
          entries={used.map(({ header, field }) => ({
            term: header,
            value: wordOf(field ?? "", kind, t),
          }))}
        />
        <DefinitionList entries={factsOf(reading, kind, t)} />
      </div>
    </Panel>
  );
}

type Words = ReturnType<typeof useTranslations<"imports">>;

function wordOf(field: string, kind: ImportKind, t: Words): string {
  if (!isImportField(kind, field)) return field;
  return field.startsWith("attributes.") ? field.slice("attributes.".length) : t(fieldWord(field));
}

/** A constant in words, where it is one of few values. */
function constantWord(field: string, value: string, t: Words): string {
  const word = field.startsWith("consent") && CONSENT_WORDS.find((each) => each === value);
  return word ? t(`consent_${word}`) : value;
}

function factsOf(reading: ImportReading, kind: ImportKind, t: Words): Definition[] {
  const { encoding, delimiter, sheet, dateFormat, decimalSeparator, currency } = reading;
  const { headerRow = 1 } = reading;
  const constants = Object.entries(reading.constants ?? {});
  return [
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
          {constantWord(field, value ?? "", t)}
          <Chip isMuted>{t("forAllRows")}</Chip>
        </span>
      ),
    })),
  ];
}
