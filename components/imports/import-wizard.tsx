"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FilePanel } from "./file-panel.tsx";
import { mappingOf, questionsOf } from "./import-draft.ts";
import { ImportSteps } from "./import-steps.tsx";
import { UploadPanel } from "./upload-panel.tsx";
import { useImportDraft } from "./use-import-draft.ts";
import { useUpload } from "./use-upload.ts";

// Nobody maps before there is a file.
const MappingPanel = dynamic(() => import("./mapping-panel.tsx").then((file) => file.MappingPanel));

export type ImportWizardProps = { slug: string; currency: string; locale: string };

/** From a file on the desk to an import: choose, map, check or import. */
export function ImportWizard({ slug, currency, locale }: ImportWizardProps) {
  const t = useTranslations("imports");
  const { kind, draft, fault, choose, chooseKind, setDraft } = useImportDraft(t("unreadable"));
  const upload = useUpload(slug);
  const isSending = upload.state?.phase === "sending";

  function send(isDryRun: boolean) {
    if (!draft) return;
    const mapping = mappingOf(draft, questionsOf(draft, currency).answers);
    void upload.send({ kind: draft.kind, file: draft.file, isDryRun, mapping });
  }

  return (
    <>
      <ImportSteps current={draft ? "stepMap" : "stepFile"} />
      <FilePanel
        kind={kind}
        draft={draft}
        fault={fault}
        locale={locale}
        isDisabled={isSending}
        onKind={chooseKind}
        onFile={(file) => {
          upload.reset();
          void choose(file);
        }}
      />
      {draft && (
        <>
          <MappingPanel
            draft={draft}
            currency={currency}
            locale={locale}
            onChange={setDraft}
            onSend={send}
            isSending={isSending}
          />
          <UploadPanel state={upload.state} name={draft.file.name} onCancel={upload.cancel} />
        </>
      )}
    </>
  );
}
