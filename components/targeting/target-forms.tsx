"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { JUDGEMENTS, type TargetRow, type Undoable } from "#lib/segments/targeting/types.ts";
import { UndoableForm } from "./undoable-form.tsx";

export type TargetActions = Readonly<Record<"judge" | "rank" | "decline", FormAction<Undoable>>>;
export type TargetFormsProps = { tenant: string; row: TargetRow; actions: TargetActions };

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** What can be said of a segment as a target: three judgements, a rank with its reason, and why not. */
export function TargetForms({ tenant, row, actions }: TargetFormsProps) {
  const t = useTranslations("targeting");
  const form = { hidden: { tenant, segmentId: row.segmentId }, version: row.version };
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(18rem,100%),1fr))] gap-4">
      <Panel title={t("judgeTitle")} caption={t("judgeCaption")}>
        <UndoableForm {...form} action={actions.judge} submitLabel={t("saveJudgement")}>
          {(refusal) =>
            JUDGEMENTS.map((judgement) => (
              <PlainSelect
                key={judgement}
                name={judgement}
                label={t(`factors.${judgement}`)}
                hint={t(`factorHints.${judgement}`)}
                defaultValue={refusal?.values?.[judgement] ?? String(row[judgement] ?? "")}
                errors={refusal?.fields?.[judgement]}
                options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
              />
            ))
          }
        </UndoableForm>
      </Panel>
      <Panel title={t("rankTitle")} caption={t("rankCaption")}>
        <UndoableForm {...form} action={actions.rank} submitLabel={t("saveRank")}>
          {(refusal) => (
            <>
              <NumberField
                name="rank"
                label={t("rank")}
                defaultValue={refusal?.values?.["rank"] ?? String(row.rank ?? "")}
                errors={refusal?.fields?.["rank"]}
              />
              <TextArea
                name="rankWhy"
                label={t("rankWhy")}
                defaultValue={refusal?.values?.["rankWhy"] ?? row.rankWhy ?? ""}
                errors={refusal?.fields?.["rankWhy"]}
              />
            </>
          )}
        </UndoableForm>
      </Panel>
      <Panel title={t("declineTitle")} caption={t("declineCaption")}>
        <UndoableForm {...form} action={actions.decline} submitLabel={t("saveNote")}>
          {(refusal) => (
            <TextArea
              name="notWhy"
              label={t("notWhyLabel")}
              rows={5}
              defaultValue={refusal?.values?.["notWhy"] ?? row.notWhy ?? ""}
              errors={refusal?.fields?.["notWhy"]}
            />
          )}
        </UndoableForm>
      </Panel>
    </div>
  );
}
