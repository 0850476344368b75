"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { type Claim, CONFIDENCES } from "#lib/personae/types.ts";

export type AddClaimFormProps = {
  tenant: string;
  personaId: string;
  /** YYYY-MM-DD: a year from today */
  expiresOn: string;
  action: FormAction<{ personaId: string }>;
};

/** Something more to say of a persona. */
export function AddClaimForm({ tenant, personaId, expiresOn, action }: AddClaimFormProps) {
  const t = useTranslations("personae");
  return (
    <details>
      <SummaryLine>{t("addClaim")}</SummaryLine>
      <div className="pt-3">
        <ActionForm
          action={action}
          hidden={{ tenant, personaId }}
          submitLabel={t("saveClaim")}
          doneText={t("claimAdded")}
        >
          {(refusal) => <ClaimFields refusal={refusal} claim={null} expiresOn={expiresOn} />}
        </ActionForm>
      </div>
    </details>
  );
}

type ClaimFormProps = {
  tenant: string;
  claim: Claim;
  action: FormAction<{ personaId: string }>;
};

/** What a claim says, how sure one is, and until when. */
export function ChangeClaimForm({ tenant, claim, action }: ClaimFormProps) {
  const t = useTranslations("personae");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, claim)}
      submitLabel={t("changeClaim")}
      variant="primary"
    >
      {(refusal) => <ClaimFields refusal={refusal} claim={claim} expiresOn={claim.expiresOn} />}
    </ActionForm>
  );
}

/** It still holds, until another day. */
export function ReviewClaimForm({
  expiresOn,
  tenant,
  claim,
  action,
}: ClaimFormProps & { expiresOn: string }) {
  const t = useTranslations("personae");
  return (
    <ActionForm action={action} hidden={seen(tenant, claim)} submitLabel={t("reviewDo")}>
      {(refusal) => <ExpiresField refusal={refusal} usual={expiresOn} />}
    </ActionForm>
  );
}

/** It goes. */
export function RemoveClaimForm({ tenant, claim, action }: ClaimFormProps) {
  const t = useTranslations("personae");
  return <ActionForm action={action} hidden={seen(tenant, claim)} submitLabel={t("removeDo")} />;
}

function seen(tenant: string, { id, version }: Claim) {
  return { tenant, claimId: id, version };
}

type ClaimFieldsProps = { refusal: Refusal | null; claim: Claim | null; expiresOn: string };

function ClaimFields({ refusal, claim, expiresOn }: ClaimFieldsProps) {
  const t = useTranslations("personae");
  return (
    <>
      <TextArea
        label={t("statement")}
        name="statement"
        rows={2}
        hint={t("statementHint")}
        defaultValue={refusal?.values?.["statement"] ?? claim?.statement ?? ""}
        errors={refusal?.fields?.["statement"]}
      />
      <PlainSelect
        label={t("confidence")}
        name="confidence"
        hasNone={false}
        options={CONFIDENCES.map((value) => ({ value, label: t(`confidence_${value}`) }))}
        defaultValue={refusal?.values?.["confidence"] ?? claim?.confidence ?? "medium"}
        errors={refusal?.fields?.["confidence"]}
      />
      <ExpiresField refusal={refusal} usual={expiresOn} />
    </>
  );
}

function ExpiresField({ refusal, usual }: { refusal: Refusal | null; usual: string }) {
  const t = useTranslations("personae");
  return (
    <TextField
      label={t("expiresOn")}
      name="expiresOn"
      type="date"
      defaultValue={refusal?.values?.["expiresOn"] ?? usual}
      errors={refusal?.fields?.["expiresOn"]}
    />
  );
}
