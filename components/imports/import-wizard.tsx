"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { SavedMapping } from "#lib/imports/saved-mapping.ts";
import type { ImportMapping } from "#lib/imports/schema.ts";
import { FilePanel } from "./file-panel.tsx";
import { ImportSteps } from "./import-steps.tsx";
import type { ForgetAction } from "./matched-note.tsx";
import { UploadPanel } from "./upload-panel.tsx";
import { type StoredDraft, sourceChooser, useImportDraft } from "./use-import-draft.ts";
import { type ReviseAction, useUpload } from "./use-upload.ts";

// Nobody maps before there is a file.
const MappingPanel = dynamic(() => import("./mapping-panel.tsx").then((file) => file.MappingPanel));

const ReadingChoices = dynamic(() =>
  import("./reading-choices.tsx").then((file) => file.ReadingChoices),
);

export type ImportWizardProps = {
  slug: string;
  currency: string;
  formats: { locale: string; timeZone: string };
  /** How files were mapped before, the last used first */
  saved: readonly SavedMapping[];
  forget: ForgetAction;
  /** A file that was sent before, to be mapped again */
  stored?: StoredDraft;
  /** Starts another import of that file */
  revise?: ReviseAction;
};

/** From a file on the desk to an import: choose, map, check or import. */
export function ImportWizard(props: ImportWizardProps) {
  const { slug, currency, formats, saved, forget, stored = null, revise = null } = props;
  const t = useTranslations("imports");
  const { kind, draft, fault, choose, chooseKind, reread, setDraft } = useImportDraft({
    unreadable: t("unreadable"),
    previewUrl: `/w/${slug}/data/imports/preview`,
    saved,
    stored,
  });
  const upload = useUpload(slug, revise);
  const isSending = upload.state?.phase === "sending";

  async function chooseSource(source: string) {
    const withSource = await sourceChooser();
    setDraft((current) => current && withSource(current, source, saved));
  }

  function send(isDryRun: boolean, mapping: ImportMapping | null) {
    if (!draft) return;
    void upload.send({ kind: draft.kind, file: draft.file, isDryRun, mapping });
  }

  return (
    <>
      <div className="flex min-h-9 pt-1 flex-wrap items-center gap-x-6 gap-y-3">
        <ImportSteps current={draft || stored ? "stepMap" : "stepFile"} />
        {draft && (
          <ReadingChoices
            draft={draft}
            isDisabled={isSending}
            onChange={(choice) => void reread(choice)}
          />
        )}
      </div>
      <FilePanel
        kind={kind}
        draft={draft}
        fault={fault}
        locale={formats.locale}
        isDisabled={isSending}
        onKind={(chosen) => void chooseKind(chosen)}
        onFile={(file) => {
          upload.reset();
          void choose(file);
        }}
      />
      {draft && (
        <>
          <MappingPanel
            draft={draft}
            tenant={slug}
            currency={currency}
            formats={formats}
            forget={forget}
            onChange={setDraft}
            onKind={(chosen) => void chooseKind(chosen)}
            onSource={(source) => void chooseSource(source)}
            onPlain={(isPlain) => void reread(draft.choice, isPlain)}
            onSend={send}
            isSending={isSending}
          />
          <UploadPanel state={upload.state} name={draft.file.name} onCancel={upload.cancel} />
        </>
      )}
    </>
  );
}
