"use client";

import { ShieldCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Refusal } from "#components/people/action-form.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { LAWFUL_BASES } from "#lib/customers/consents.ts";
import type { RuleBuilderState, StoredFields } from "./use-rule-builder.ts";

export type SensitivePanelProps = {
  builder: RuleBuilderState;
  stored: StoredFields | null;
  refusal: Refusal | null;
};

/** Whether sensitive attributes are asked, and what for: off unless somebody says so. */
export function SensitivePanel({ builder, stored, refusal }: SensitivePanelProps) {
  const t = useTranslations("segmentation.sensitive");
  const isHydrated = useHydrated();
  const { sensitive, hasSensitive, isAllowed, allow } = builder;
  const isUsed = sensitive.length > 0;
  const hasFields = isUsed || isAllowed || !isHydrated || stored?.purpose != null;
  return (
    <Panel>
      <div className="flex gap-2">
        <span aria-hidden="true" className="mt-0.5">
          {isUsed ? <TriangleAlert className="text-warn" /> : <ShieldCheck className="text-info" />}
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-sm">{isUsed ? t("used", { count: sensitive.length }) : t("none")}</h2>
          <p className="mt-1 text-xs text-muted">
            {isUsed ? sensitive.map(({ label }) => label).join(", ") : t("text")}
          </p>
          {hasSensitive && !isUsed && (
            <Checkbox isSelected={isAllowed} onChange={allow} className="mt-1">
              {t("allow")}
            </Checkbox>
          )}
        </div>
      </div>
      {hasFields && <StatedFields {...{ stored, refusal }} />}
    </Panel>
  );
}

function StatedFields({ stored, refusal }: Omit<SensitivePanelProps, "builder">) {
  const t = useTranslations("segmentation.sensitive");
  const { values, fields } = refusal ?? {};
  return (
    <div className="mt-3 grid gap-3">
      <TextField
        label={t("purpose")}
        name="purpose"
        autoComplete="off"
        defaultValue={values?.["purpose"] ?? stored?.purpose ?? ""}
        errors={fields?.["purpose"]}
        hint={t("purposeHint")}
      />
      <PlainSelect
        label={t("lawfulBasis")}
        name="lawfulBasis"
        options={LAWFUL_BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
        defaultValue={values?.["lawfulBasis"] ?? stored?.lawfulBasis ?? ""}
        errors={fields?.["lawfulBasis"]}
      />
    </div>
  );
}
