"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { FORM_MODELS, VALUE_AS } from "#lib/clv-runs/types.ts";
import { CohortFields } from "./cohort-fields.tsx";

export type StartRunAction = FormAction<{ id: string }>;

export type RunFormProps = {
  tenant: string;
  /** "42 %", or "none" where the workspace has no margin */
  margin: string;
  action: StartRunAction;
  /** The names of attributes that a cohort may be told by; left out where none is offered */
  attributes?: readonly string[];
  /** Up to where the run counts that is shown elsewhere, as a day and in words; left out where there is none */
  latest?: { cutoffOn: string; words: string };
};

/** The terms of a run, each in plain words, and the button that starts it. */
export function RunForm({ tenant, margin, action, attributes, latest }: RunFormProps) {
  const t = useTranslations("lifetime");
  const [answer, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(answer);
  const refused = answer?.ok === false ? answer : null;
  const [cutoffOn, setCutoffOn] = useState("");
  const isEarlier = latest !== undefined && cutoffOn !== "" && cutoffOn < latest.cutoffOn;
  const field = (name: string, usual: string) => ({
    name,
    defaultValue: refused?.values?.[name] ?? usual,
    errors: refused?.fields?.[name],
  });
  return (
    <form ref={form} action={submit} className="flex flex-col gap-5">
      <input type="hidden" name="tenant" value={tenant} />
      {refused && !refused.fields && (
        <Notice tone="bad" isAlert>
          {refused.message}
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-5 md:grid-cols-2">
        <PlainSelect
          {...field("model", "auto")}
          label={t("form.model")}
          hint={t("form.modelHint")}
          hasNone={false}
          options={FORM_MODELS.map((value) => ({ value, label: t(`form.modelOptions.${value}`) }))}
        />
        <PlainSelect
          {...field("valueAs", "workspace")}
          label={t("form.valueAs")}
          hint={t("form.valueAsHint")}
          hasNone={false}
          options={VALUE_AS.map((value) => ({
            value,
            label: t(`form.valueAsOptions.${value}`, { margin }),
          }))}
        />
        <div className="flex flex-col gap-3">
          <TextField
            {...field("cutoffOn", "")}
            type="date"
            label={t("form.cutoff")}
            hint={t("form.cutoffHint")}
            onChange={setCutoffOn}
          />
          <div role="status">
            {isEarlier && (
              <Notice tone="info">{t("form.cutoffEarlier", { latest: latest.words })}</Notice>
            )}
          </div>
        </div>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] gap-4">
          <NumberField
            {...field("horizonMonths", "36")}
            label={t("form.horizon")}
            unit={t("form.months")}
            hint={t("form.horizonHint")}
          />
          <NumberField
            {...field("discountPercent", "10")}
            label={t("form.discount")}
            unit={t("form.perYear")}
            hint={t("form.discountHint")}
          />
        </div>
      </div>
      {attributes && <CohortFields field={field} attributes={attributes} />}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("compute")}
        </Button>
      </div>
    </form>
  );
}
