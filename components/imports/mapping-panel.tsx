"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ConstantsEditor } from "./constants-editor.tsx";
import { describeColumns } from "./describe-columns.ts";
import {
  draftOf,
  fileCurrency,
  type ImportDraft,
  problemsOf,
  questionsOf,
  remap,
} from "./import-draft.ts";
import { MappingTable } from "./mapping-table.tsx";
import { type ForgetAction, MatchedNote } from "./matched-note.tsx";
import { type ReadAs, readAsOf } from "./read-as.ts";
import { ReadingQuestions } from "./reading-questions.tsx";

export type MappingPanelProps = {
  draft: ImportDraft;
  tenant: string;
  currency: string;
  formats: { locale: string; timeZone: string };
  forget: ForgetAction;
  onChange: (draft: ImportDraft) => void;
  onSend: (isDryRun: boolean) => void;
  isSending: boolean;
};

/** What the columns become, what must be asked, and the two ways on. */
export function MappingPanel(props: MappingPanelProps) {
  const { draft, currency, formats, onChange, onSend, isSending } = props;
  const t = useTranslations("imports");
  const sketches = useMemo(() => describeColumns(draft.preview), [draft.preview]);
  const questions = useMemo(() => questionsOf(draft, currency), [draft, currency]);
  const problems = useMemo(() => problemsOf(draft), [draft]);
  const context = {
    currency: fileCurrency(draft, currency),
    locale: formats.locale,
    answers: questions.answers,
  };
  const readings = sketches.map((sketch, at) =>
    readAsOf(sketch, draft.columns[at] ?? null, context, t),
  );
  const isBlocked = isSending || problems.length > 0 || !questions.isAnswered;
  return (
    <Panel
      title={findingOf(draft, readings, t)}
      caption={t("mappingCaption", { rows: draft.preview.rows.length })}
      hasPadding={false}
      footer={
        <>
          <p className="min-w-0 flex-1 basis-60 text-xs text-muted">{t("footHint")}</p>
          <Button onPress={() => onSend(true)} isDisabled={isBlocked}>
            {t("checkOnly")}
          </Button>
          <Button variant="primary" onPress={() => onSend(false)} isDisabled={isBlocked}>
            {t("import")}
          </Button>
        </>
      }
    >
      <MappingTable
        kind={draft.kind}
        sketches={sketches}
        columns={draft.columns}
        readings={readings}
        locale={formats.locale}
        onMap={(at, field) => onChange(remap(draft, at, field))}
      />
      {draft.matched && (
        <MatchedNote
          matched={draft.matched}
          tenant={props.tenant}
          formats={formats}
          forget={props.forget}
          onForgotten={() => onChange(draftOf(draft, draft.kind))}
        />
      )}
      <ConstantsEditor
        draft={draft}
        locale={formats.locale}
        isDisabled={isSending}
        onChange={(constants) => onChange({ ...draft, constants })}
      />
      <ReadingQuestions
        questions={questions}
        onAnswer={(answer) => onChange({ ...draft, ...answer })}
      />
      <div role="status" className="empty:hidden">
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
    </Panel>
  );
}

function Problems({ problems }: { problems: readonly string[] }) {
  const t = useTranslations("imports");
  return (
    <div className="border-t border-hairline p-4">
      <Notice tone="warn">
        <p className="font-medium">{t("cannotImport")}</p>
        <ul className="mt-1">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function findingOf(
  { columns }: ImportDraft,
  readings: readonly ReadAs[],
  t: ReturnType<typeof useTranslations<"imports">>,
) {
  const total = columns.length;
  const left = columns.filter((field) => field === null).length;
  const doubtful = readings.filter(({ isDoubtful }) => isDoubtful).length;
  const mapped = total - left - doubtful;
  return mapped === total
    ? t("mappedAll", { total })
    : t("mappedSome", { mapped, total, left, doubtful });
}
