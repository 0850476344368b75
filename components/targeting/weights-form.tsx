"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { FACTORS, type Undoable, type Weights } from "#lib/segments/targeting/types.ts";
import { UndoableForm } from "./undoable-form.tsx";

export type WeightsFormProps = {
  tenant: string;
  weights: Weights;
  version: number;
  action: FormAction<Undoable>;
};

/** How much each factor counts. */
export function WeightsForm({ tenant, weights, version, action }: WeightsFormProps) {
  const t = useTranslations("targeting");
  return (
    <UndoableForm
      action={action}
      hidden={{ tenant }}
      version={version}
      submitLabel={t("saveWeights")}
    >
      {(refusal) => (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8.5rem,100%),1fr))] gap-4">
          {FACTORS.map((factor) => (
            <NumberField
              key={factor}
              name={factor}
              label={t(`factors.${factor}`)}
              defaultValue={refusal?.values?.[factor] ?? String(weights[factor])}
              hint={t(`factorHints.${factor}`)}
              errors={refusal?.fields?.[factor]}
            />
          ))}
        </div>
      )}
    </UndoableForm>
  );
}
