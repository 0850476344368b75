"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { ComboBox } from "#components/ui/combo-box.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { CONSENT_STATES, LAWFUL_BASES, type Purpose } from "#lib/customers/consents.ts";
import type { RecordedConsent } from "#lib/customers/types.ts";

export type ConsentFormProps = {
  tenant: string;
  customerId: string;
  purpose: Purpose;
  consent: RecordedConsent | null;
  action: FormAction;
};

/** What is known about one purpose, behind a word that opens it. */
export function ConsentForm({ tenant, customerId, purpose, consent, action }: ConsentFormProps) {
  const t = useTranslations("customers");
  const name = t(`purposes.${purpose}`);
  return (
    <details className="mt-1">
      <summary
        aria-label={t("consent.changeOf", { purpose: name })}
        className="inline-flex min-h-11 cursor-pointer items-center text-xs font-medium text-primary underline-offset-2 hover:underline sm:min-h-6"
      >
        {t("consent.change")}
      </summary>
      <div className="pt-2 pb-1">
        <ActionForm
          action={action}
          hidden={{ tenant, customerId, purpose }}
          submitLabel={t("consent.save")}
          describedAs={t("consent.saveOf", { purpose: name })}
          doneText={t("consent.saved")}
        >
          {(refusal) => (
            <>
              <RadioGroup
                label={t("consent.state")}
                name="state"
                options={CONSENT_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
                defaultValue={refusal?.values?.["state"] ?? consent?.state ?? "unknown"}
                errors={refusal?.fields?.["state"]}
              />
              <ComboBox
                label={t("consent.basis")}
                name="lawfulBasis"
                options={LAWFUL_BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
                defaultValue={refusal?.values?.["lawfulBasis"] ?? consent?.lawfulBasis ?? "consent"}
                errors={refusal?.fields?.["lawfulBasis"]}
              />
            </>
          )}
        </ActionForm>
      </div>
    </details>
  );
}
