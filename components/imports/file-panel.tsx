"use client";

import { useTranslations } from "next-intl";
import { ChoiceCards } from "#components/ui/choice-cards.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatBytes } from "#lib/format/format-bytes.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import type { ImportDraft } from "./import-draft.ts";

export type FilePanelProps = {
  kind: ImportKind;
  draft: ImportDraft | null;
  /** Why the last chosen file cannot be read */
  fault: string | null;
  locale: string;
  isDisabled: boolean;
  onKind: (kind: ImportKind) => void;
  onFile: (file: File) => void;
};

/** As they are looked for: what most begin with first. */
const KINDS = [
  "orders",
  "customers",
  "signals",
  "complaints",
  "interactions",
  "subscriptions",
  "win_loss",
  "activity_rates",
  "acquisition_costs",
  "segment_lists",
] as const satisfies readonly ImportKind[];
const ACCEPTED = [".csv", ".txt", ".tsv", ".gz", ".xlsx", "text/csv", "text/plain"] as const;

/** What is imported, and from which file. */
export function FilePanel(props: FilePanelProps) {
  const { kind, draft, fault, locale, isDisabled, onKind, onFile } = props;
  const t = useTranslations("imports");
  return (
    <Panel>
      <div className="mb-4">
        <p aria-hidden="true" className="mb-2 font-medium">
          {t("whatIsIt")}
        </p>
        <ChoiceCards
          label={t("whatIsIt")}
          options={KINDS.map((value) => {
            return { value, label: t(`kind_${value}`), hint: t(`kindHint_${value}`) };
          })}
          value={kind}
          onChange={onKind}
          isDisabled={isDisabled}
        />
      </div>
      <FileDrop
        label={t("dropLabel")}
        chooseLabel={t(draft ? "chooseAnother" : "chooseFile")}
        hint={t("dropHint")}
        chosen={draft && { name: draft.file.name, detail: detailOf(draft, locale, t) }}
        accept={ACCEPTED}
        onFile={onFile}
        isDisabled={isDisabled}
      />
      {fault && (
        <div className="mt-3">
          <Notice tone="bad" isAlert>
            {fault}
          </Notice>
        </div>
      )}
    </Panel>
  );
}

function detailOf(
  { file, preview }: ImportDraft,
  locale: string,
  t: ReturnType<typeof useTranslations<"imports">>,
): string {
  return [
    formatBytes(file.size, locale),
    t("columnCount", { count: preview.headers.length }),
    ...(preview.isWhole ? [t("rowCount", { count: preview.rows.length })] : []),
    t("headersIn", { row: preview.dialect.headerRow }),
  ].join(" · ");
}
