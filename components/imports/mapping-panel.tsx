"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ImportMapping } from "#lib/imports/schema.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { isByQuestion } from "./asked-questions.ts";
import { type ColumnState, columnStates } from "./column-states.ts";
import { ConstantsEditor } from "./constants-editor.tsx";
import { type ColumnSketch, describeColumns } from "./describe-columns.ts";
import { fileCurrency, mappingOf, problemsOf, questionsOf } from "./draft-mapping.ts";
import { draftOf, type ImportDraft, remap } from "./import-draft.ts";
import { ImportScope } from "./import-scope.tsx";
import { MappingTable } from "./mapping-table.tsx";
import { type ForgetAction, MatchedNote } from "./matched-note.tsx";
import { otherCurrency } from "./other-currency.ts";
import { ReadingQuestions } from "./reading-questions.tsx";
import { PlainNote, RecognisedNote } from "./recognised-note.tsx";

// Few columns are opened.
const ColumnEditor = dynamic(() => import("./column-editor.tsx").then((file) => file.ColumnEditor));

// Few files have rows that name their question.
const QuestionScales = dynamic(() =>
  import("./question-scales.tsx").then((file) => file.QuestionScales),
);

export type MappingPanelProps = {
  draft: ImportDraft;
  tenant: string;
  currency: string;
  formats: { locale: string; timeZone: string };
  forget: ForgetAction;
  onChange: (draft: ImportDraft) => void;
  onKind: (kind: ImportKind) => void;
  onSource: (source: string) => void;
  /** Map an export that is recognised by hand, or read it as that export again */
  onPlain: (isPlain: boolean) => void;
  onSend: (isDryRun: boolean, mapping: ImportMapping | null) => void;
  isSending: boolean;
};

/** What the columns become, what must be asked, and the two ways on. */
export function MappingPanel(props: MappingPanelProps) {
  const { draft, currency, formats, onChange, isSending } = props;
  const t = useTranslations("imports");
  const sketches = useMemo(() => describeColumns(draft.preview), [draft.preview]);
  const questions = useMemo(() => questionsOf(draft, currency), [draft, currency]);
  const problems = useMemo(() => problemsOf(draft), [draft]);
  const context = {
    currency: fileCurrency(draft, currency),
    locale: formats.locale,
    answers: questions.answers,
  };
  const states = columnStates(draft, sketches, context, t);
  return (
    <Panel
      title={findingOf(draft, states, t)}
      caption={t("mappingCaption", { rows: draft.preview.rows.length })}
      hasPadding={false}
      footer={
        <SendButtons
          isBlocked={isSending || problems.length > 0 || !questions.isAnswered}
          onSend={(isDryRun) => props.onSend(isDryRun, mappingOf(draft, questions.answers))}
        />
      }
    >
      <FormatNote {...props} />
      <OtherCurrency draft={draft} currency={context.currency} />
      <TimesNote draft={draft} timeZone={formats.timeZone} />
      <Columns {...{ draft, sketches, states, onChange }} locale={formats.locale} />
      {isByQuestion(draft) && (
        <QuestionScales
          draft={draft}
          locale={formats.locale}
          isDisabled={isSending}
          onChange={(said) => onChange({ ...draft, questions: said })}
        />
      )}
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
      <ImportScope
        draft={draft}
        isDisabled={isSending}
        onChange={onChange}
        onSource={props.onSource}
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

/** Which export it is, or that it is mapped by hand though it is one. */
function FormatNote({ draft, isSending, onKind, onPlain }: MappingPanelProps) {
  if (draft.isPlain) return <PlainNote isDisabled={isSending} onBack={() => onPlain(false)} />;
  if (!draft.preview.format) return null;
  return (
    <RecognisedNote
      format={draft.preview.format}
      kind={draft.kind}
      onKind={onKind}
      onPlain={() => onPlain(true)}
      isDisabled={isSending}
    />
  );
}

type OtherCurrencyProps = { draft: ImportDraft; currency: string };

/** Said once for the file instead of once a row. */
function OtherCurrency({ draft, currency }: OtherCurrencyProps) {
  const t = useTranslations("imports");
  const code = otherCurrency(draft, currency);
  if (code === null) return null;
  return (
    <div className="mx-4 mb-3 sm:mx-5">
      <Notice tone="warn">{t("otherCurrency", { code, currency })}</Notice>
    </div>
  );
}

/** By which clocks times are read that do not say it themselves. */
function TimesNote({ draft, timeZone }: { draft: ImportDraft; timeZone: string }) {
  const t = useTranslations("imports");
  if (!draft.columns.some((field) => field?.endsWith("At"))) return null;
  const said = draft.kept.timeZone;
  return (
    <p className="px-4 pb-3 text-xs text-muted sm:px-5">
      {t(said ? "timesAsSaid" : "timesAsHere", { timeZone: said ?? timeZone })}
    </p>
  );
}

type ColumnsProps = Pick<MappingPanelProps, "draft" | "onChange"> & {
  sketches: readonly ColumnSketch[];
  states: readonly ColumnState[];
  locale: string;
};

/** The table of columns, and the editor of the one that is opened. */
function Columns({ draft, sketches, states, locale, onChange }: ColumnsProps) {
  const [edited, setEdited] = useState<number | null>(null);
  const field = edited === null ? null : (draft.columns[edited] ?? null);
  return (
    <>
      <MappingTable
        kind={draft.kind}
        sketches={sketches}
        columns={draft.columns}
        states={states}
        locale={locale}
        onEdit={setEdited}
        onMap={(at, chosen) => onChange(remap(draft, at, chosen))}
      />
      {edited !== null && field !== null && (
        <ColumnEditor
          draft={draft}
          at={edited}
          field={field}
          onApply={(change) => onChange({ ...draft, ...change })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

type SendButtonsProps = { isBlocked: boolean; onSend: (isDryRun: boolean) => void };

function SendButtons({ isBlocked, onSend }: SendButtonsProps) {
  const t = useTranslations("imports");
  return (
    <>
      <p className="min-w-0 flex-1 basis-60 text-xs text-muted">{t("footHint")}</p>
      <Button onPress={() => onSend(true)} isDisabled={isBlocked}>
        {t("checkOnly")}
      </Button>
      <Button variant="primary" onPress={() => onSend(false)} isDisabled={isBlocked}>
        {t("import")}
      </Button>
    </>
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
  states: readonly ColumnState[],
  t: ReturnType<typeof useTranslations<"imports">>,
) {
  const total = columns.length;
  const left = columns.filter((field, at) => field === null && !states[at]?.isStandIn).length;
  const doubtful = states.filter(({ reading }) => reading.isDoubtful).length;
  const mapped = total - left - doubtful;
  return mapped === total
    ? t("mappedAll", { total })
    : t("mappedSome", { mapped, total, left, doubtful });
}
