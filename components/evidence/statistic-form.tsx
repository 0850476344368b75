"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { OfferedStatistic } from "#lib/evidence/segment-statistics.ts";
import type { SubjectRef } from "#lib/evidence/types.ts";
import { StanceField } from "./found-sources.tsx";
import { OfferedStatistics, type StatisticField, statisticFields } from "./offered-statistics.tsx";

export type StatisticFormProps = {
  of: SubjectRef;
  slug: string;
  /** YYYY-MM-DD */
  today: string;
  locale: string;
  /** Numbers at hand that are not linked yet */
  offered: readonly OfferedStatistic[];
  action: FormAction<{ id: string }>;
};

/** A number of this workspace with its n, its interval, its day and the page that shows it; those at hand fill it. */
export function StatisticForm({ of, slug, today, locale, offered, action }: StatisticFormProps) {
  const t = useTranslations("evidence");
  const [label, setLabel] = useState<string | null>(null);
  // Once it is linked it is not offered any more, and the form is empty again.
  const chosen = offered.find((each) => each.label === label) ?? null;
  const hidden = { tenant: slug, ...of };
  return (
    <details className="border-t border-hairline pt-3">
      <SummaryLine>{t("addStatistic")}</SummaryLine>
      <div className="grid gap-3 pt-3">
        <OfferedStatistics
          offered={offered}
          locale={locale}
          hidden={hidden}
          action={action}
          onChoose={(statistic) => setLabel(statistic.label)}
        />
        <p role="status" className="text-xs text-muted">
          {chosen && t("filled")}
        </p>
        <ActionForm
          key={chosen?.label ?? ""}
          action={action}
          hidden={hidden}
          submitLabel={t("link")}
          describedAs={t("linkStatistic")}
          doneText={t("linked")}
        >
          {(refusal) => <Fields refusal={refusal} today={today} chosen={chosen} />}
        </ActionForm>
      </div>
    </details>
  );
}

type FieldsProps = { refusal: Refusal | null; today: string; chosen: OfferedStatistic | null };

function Fields({ refusal, today, chosen }: FieldsProps) {
  const t = useTranslations("evidence");
  const usual: Partial<Record<StatisticField, string>> = {
    datedOn: today,
    ...(chosen ? statisticFields(chosen) : {}),
  };
  const field = (name: StatisticField) => ({
    name,
    autoComplete: "off",
    defaultValue: refusal?.values?.[name] ?? usual[name] ?? "",
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
        <TextField {...field("datedOn")} label={t("day")} type="date" />
      </div>
      <StanceField value={refusal?.values?.["stance"]} />
    </>
  );
}
