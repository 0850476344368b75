"use client";

import { Check, Minus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { cx } from "#lib/class-names.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { isImportField } from "#lib/imports/import-fields.ts";
import type { ImportField, ImportKind } from "#lib/imports/types.ts";
import type { ColumnState } from "./column-states.ts";
import type { ColumnSketch } from "./describe-columns.ts";
import { fieldChoices, fieldWord, LEFT_OUT } from "./field-options.ts";
import type { ReadAs } from "./read-as.ts";
import { MOST_SHOWN, shownColumns } from "./shown-columns.ts";

/** Below this share a column is worth a second look. */
const MOSTLY_FILLED = 0.5;

export type MappingTableProps = {
  kind: ImportKind;
  sketches: readonly ColumnSketch[];
  columns: readonly (ImportField | null)[];
  /** How the cells of each column are read */
  states: readonly ColumnState[];
  locale: string;
  /** Say what the values of a column stand for */
  onEdit: (column: number) => void;
  onMap: (column: number, field: ImportField | null) => void;
};

/** Each column of the file, two of its values, and what it becomes. Of a very wide file those that are looked for. */
export function MappingTable({ sketches, ...props }: MappingTableProps) {
  const t = useTranslations("imports");
  const [wanted, setWanted] = useState("");
  const shown = useMemo(
    () => shownColumns(sketches, props.columns, wanted),
    [sketches, props.columns, wanted],
  );
  return (
    <>
      {sketches.length > MOST_SHOWN && (
        <TextField
          className="w-full px-4 pb-3 sm:w-80 sm:px-5"
          label={t("findColumn")}
          name="findColumn"
          hint={t("columnsShown", {
            shown: formatNumber(shown.length, props.locale),
            total: formatNumber(sketches.length, props.locale),
          })}
          onChange={setWanted}
        />
      )}
      <ColumnTable sketches={sketches} shown={shown} {...props} />
    </>
  );
}

type ColumnTableProps = MappingTableProps & { shown: readonly number[] };

function ColumnTable({ sketches, shown, ...props }: ColumnTableProps) {
  const t = useTranslations("imports");
  return (
    <Table label={t("mappingTable")}>
      <thead>
        <tr>
          <Th>{t("columnInFile")}</Th>
          <Th className="max-sm:hidden">{t("samples")}</Th>
          <Th className="max-sm:hidden">{t("filled")}</Th>
          <Th className="min-w-40 sm:min-w-50">{t("becomes")}</Th>
          <Th className="max-sm:hidden">{t("readAs")}</Th>
          <Th className="max-sm:hidden">
            <span className="sr-only">{t("columnState")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {shown.map((at) => {
          const sketch = sketches[at];
          return sketch && <MappingRow key={at} sketch={sketch} at={at} {...props} />;
        })}
      </tbody>
    </Table>
  );
}

type MappingRowProps = Omit<MappingTableProps, "sketches"> & { sketch: ColumnSketch; at: number };

function MappingRow({ sketch, at, kind, columns, states, ...props }: MappingRowProps) {
  const t = useTranslations("imports");
  const field = columns[at] ?? null;
  const header = sketch.header || t("noHeader");
  const { reading = null, edit = null, isStandIn = false } = states[at] ?? {};
  const isDoubtful = reading?.isDoubtful === true;
  const editButton = edit && (
    <EditButton
      label={edit.label}
      header={header}
      isAsked={isDoubtful}
      onPress={() => props.onEdit(at)}
    />
  );
  return (
    <tr className={cx("sm:h-12", isDoubtful && "bg-tint-warn")}>
      <RowTh className="font-mono text-2xs">
        <span className="line-clamp-3 max-w-28 max-sm:wrap-anywhere sm:max-w-56 sm:min-w-28 sm:break-words">
          {header}
        </span>
        <span className="block truncate text-muted max-sm:max-w-28 sm:hidden">
          {sketch.samples[0]}
        </span>
      </RowTh>
      <Td className="font-mono text-2xs text-muted max-sm:hidden">
        <span className="block max-w-48 min-w-24 truncate">
          {sketch.samples.join(" · ") || "–"}
        </span>
      </Td>
      <Td className="max-sm:hidden">
        <Filled share={sketch.filledShare} locale={props.locale} />
      </Td>
      <Td className="py-1">
        <FieldSelect
          {...{ kind, header, field, isStandIn }}
          isDisabled={sketch.header === ""}
          onMap={(next) => props.onMap(at, next)}
        />
        <div className="mt-1 sm:hidden">
          {reading && <ReadingNote reading={reading} />}
          {editButton}
        </div>
      </Td>
      <Td className="max-sm:hidden">{reading && <ReadingNote reading={reading} />}</Td>
      <Td align="end" className="max-sm:hidden">
        <span className="flex items-center justify-end gap-2">
          <MappedMark
            isMapped={field !== null || isStandIn}
            isDoubtful={isDoubtful}
            isBrief={edit !== null}
          />
          {editButton}
        </span>
      </Td>
    </tr>
  );
}

type FieldSelectProps = {
  kind: ImportKind;
  header: string;
  field: ImportField | null;
  isStandIn: boolean;
  isDisabled: boolean;
  onMap: (field: ImportField | null) => void;
};

/** What a column becomes. */
function FieldSelect({ kind, header, field, isStandIn, isDisabled, onMap }: FieldSelectProps) {
  const t = useTranslations("imports");
  return (
    <Select
      className="sm:max-w-50"
      label={t("becomesOf", { header })}
      isLabelHidden
      isMuted={field === null && !isStandIn}
      isDisabled={isDisabled}
      options={[
        { value: LEFT_OUT, label: t(isStandIn ? "field_fillsGaps" : "field_leftOut") },
        ...fieldChoices(kind, isDisabled ? "" : header).map((choice) => ({
          value: choice,
          label: t(fieldWord(choice)),
        })),
      ]}
      value={field ?? LEFT_OUT}
      onChange={(value) => onMap(isImportField(kind, value) ? value : null)}
    />
  );
}

type EditButtonProps = { label: string; header: string; isAsked: boolean; onPress: () => void };

function EditButton({ label, header, isAsked, onPress }: EditButtonProps) {
  const t = useTranslations("imports");
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={t("editOf", { label, header })}
      onPress={onPress}
      className={cx("max-sm:-ms-3 sm:-me-2", isAsked && "text-primary!")}
    >
      {label}
    </Button>
  );
}

function ReadingNote({ reading: { text, example, isDoubtful } }: { reading: ReadAs }) {
  return (
    <>
      <span className={cx("block text-2xs sm:text-xs", !isDoubtful && "text-muted")}>{text}</span>
      {example && (
        <span className="block max-w-40 break-words font-mono text-2xs text-muted sm:max-w-52 sm:truncate">
          {example}
        </span>
      )}
    </>
  );
}

function Filled({ share, locale }: { share: number | null; locale: string }) {
  if (share === null) return <span className="text-muted">–</span>;
  return (
    <span className="flex items-center gap-2">
      <ShareBar share={share} isWarning={share < MOSTLY_FILLED} className="w-14" />
      <span className="text-2xs whitespace-nowrap text-muted">
        {formatPercent(share, locale, 0)}
      </span>
    </span>
  );
}

type MappedMarkProps = { isMapped: boolean; isDoubtful: boolean; isBrief: boolean };

/** In words where no button beside it says more. */
function MappedMark({ isMapped, isDoubtful, isBrief }: MappedMarkProps) {
  const t = useTranslations("imports");
  const words = t(isDoubtful ? "needsLook" : isMapped ? "mapped" : "leftOut");
  return (
    <span className="flex items-center justify-end gap-1 text-2xs whitespace-nowrap text-muted">
      {isDoubtful && <TriangleAlert className="text-warn" />}
      {isMapped && !isDoubtful && <Check className="text-good" />}
      {!isMapped && <Minus />}
      {isBrief ? <span className="sr-only">{words}</span> : words}
    </span>
  );
}
