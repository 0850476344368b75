"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type Step, Stepper } from "#components/ui/stepper.tsx";
import { FilePanel } from "./file-panel.tsx";
import { mappingOf, questionsOf } from "./import-draft.ts";
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
      <Stepper label={t("steps")} steps={stepsOf(draft !== null, t)} />
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

function stepsOf(hasFile: boolean, t: ReturnType<typeof useTranslations<"imports">>): Step[] {
  return [
    { label: t("stepFile"), state: hasFile ? "done" : "current" },
    { label: t("stepMap"), state: hasFile ? "current" : "todo" },
    { label: t("stepCheck"), state: "todo" },
    { label: t("stepImport"), state: "todo" },
  ];
}
