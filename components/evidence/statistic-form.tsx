"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { SubjectRef } from "#lib/evidence/types.ts";
import { StanceField } from "./found-sources.tsx";

export type StatisticFormProps = {
  of: SubjectRef;
  slug: string;
  /** YYYY-MM-DD */
  today: string;
  action: FormAction<{ id: string }>;
};

/** A number of this workspace with its n, its interval, its day and the page that shows it. */
export function StatisticForm({ of, slug, today, action }: StatisticFormProps) {
  const t = useTranslations("evidence");
  return (
    <details className="border-t border-hairline pt-3">
      <SummaryLine>{t("addStatistic")}</SummaryLine>
      <div className="pt-3">
        <ActionForm
          action={action}
          hidden={{ tenant: slug, ...of }}
          submitLabel={t("link")}
          describedAs={t("linkStatistic")}
          doneText={t("linked")}
        >
          {(refusal) => <Fields refusal={refusal} today={today} />}
        </ActionForm>
      </div>
    </details>
  );
}

function Fields({ refusal, today }: { refusal: Refusal | null; today: string }) {
  const t = useTranslations("evidence");
  const field = (name: string, usual = "") => ({
    name,
    autoComplete: "off",
    defaultValue: refusal?.values?.[name] ?? usual,
    errors: refusal?.fields?.[name],
  });
  const pair = "grid grid-cols-2 gap-3";
  return (
    <>
      <TextField {...field("label")} label={t("label")} />
      <TextField {...field("href")} label={t("address")} hint={t("addressHint")} />
      <div className={pair}>
        <TextField {...field("value")} label={t("value")} inputMode="decimal" />
        <TextField {...field("unit")} label={t("unit")} />
      </div>
      <div className={pair}>
        <TextField {...field("low")} label={t("low")} inputMode="decimal" />
        <TextField {...field("high")} label={t("high")} inputMode="decimal" />
      </div>
      <div className={pair}>
        <TextField {...field("n")} label={t("cases")} inputMode="numeric" />
        <TextField {...field("datedOn", today)} label={t("day")} type="date" />
      </div>
      <StanceField value={refusal?.values?.["stance"]} />
    </>
  );
}
