"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SegmentedChoice } from "#components/ui/segmented-choice.tsx";
import { type Step, Stepper } from "#components/ui/stepper.tsx";
import { formatBytes } from "#lib/format/format-bytes.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { asKind, draftOf, type ImportDraft, mappingOf, questionsOf } from "./import-draft.ts";
import { MappingPanel } from "./mapping-panel.tsx";
import { previewFile } from "./preview-file.ts";
import { UploadPanel } from "./upload-panel.tsx";
import { useUpload } from "./use-upload.ts";

export type ImportWizardProps = { slug: string; currency: string; locale: string };

const KINDS = ["orders", "customers"] as const satisfies readonly ImportKind[];
const ACCEPTED = [".csv", ".txt", ".tsv", "text/csv", "text/plain"] as const;

/** From a file on the desk to an import: choose, map, check or import. */
export function ImportWizard({ slug, currency, locale }: ImportWizardProps) {
  const t = useTranslations("imports");
  const [kind, setKind] = useState<ImportKind>("orders");
  const [draft, setDraft] = useState<ImportDraft | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const upload = useUpload(slug);
  const isSending = upload.state?.phase === "sending";

  async function choose(file: File) {
    upload.reset();
    const preview = await previewFile(file).catch(() => ({ fault: t("unreadable") }));
    if ("fault" in preview) {
      setFault(preview.fault);
      setDraft(null);
      return;
    }
    const next = draftOf(file, preview, kind);
    setFault(null);
    setKind(next.kind);
    setDraft(next);
  }

  function chooseKind(next: ImportKind) {
    setKind(next);
    setDraft((current) => current && asKind(current, next));
  }

  function send(isDryRun: boolean) {
    if (!draft) return;
    const mapping = mappingOf(draft, questionsOf(draft, currency).answers);
    void upload.send({ kind: draft.kind, file: draft.file, isDryRun, mapping });
  }

  return (
    <>
      <Stepper label={t("steps")} steps={stepsOf(draft !== null, t)} />
      <Panel>
        <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="font-medium">{t("whatIsIt")}</p>
          <SegmentedChoice
            label={t("whatIsIt")}
            options={KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
            value={kind}
            onChange={chooseKind}
            isDisabled={isSending}
          />
        </div>
        <FileDrop
          label={t("dropLabel")}
          chooseLabel={draft ? t("chooseAnother") : t("chooseFile")}
          hint={t("dropHint")}
          chosen={draft && { name: draft.file.name, detail: detailOf(draft, locale, t) }}
          accept={ACCEPTED}
          onFile={(file) => void choose(file)}
          isDisabled={isSending}
        />
        {fault && (
          <div className="mt-3">
            <Notice tone="bad" isAlert>
              {fault}
            </Notice>
          </div>
        )}
      </Panel>
      {draft && (
        <MappingPanel
          draft={draft}
          currency={currency}
          locale={locale}
          onChange={setDraft}
          onSend={send}
          isSending={isSending}
        />
      )}
      {draft && <UploadPanel state={upload.state} name={draft.file.name} onCancel={upload.cancel} />}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"imports">>;

function stepsOf(hasFile: boolean, t: Words): Step[] {
  return [
    { label: t("stepFile"), state: hasFile ? "done" : "current" },
    { label: t("stepMap"), state: hasFile ? "current" : "todo" },
    { label: t("stepCheck"), state: "todo" },
    { label: t("stepImport"), state: "todo" },
  ];
}

const DELIMITER = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;
const ENCODING = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
} as const;

function detailOf({ file, preview }: ImportDraft, locale: string, t: Words): string {
  const { encoding, delimiter } = preview.dialect;
  return [
    formatBytes(file.size, locale),
    `${t("encoding")} ${ENCODING[encoding]}`,
    `${t("delimiter")} ${t(`delimiter_${DELIMITER[delimiter]}`)}`,
  ].join(" · ");
}
