"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { INTERACTION_KINDS } from "#lib/interactions/types.ts";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";

export type LogFormProps = {
  tenant: string;
  customerId: string;
  /** Made with the page: sent twice, it is written once */
  formKey: string;
  what: "contact" | "complaint" | "thanks";
  action: FormAction<{ customerId: string }>;
};

/** Write down what a customer said, as a contact or as a complaint, or what they were thanked for. */
export function LogForm({ tenant, customerId, formKey, what, action }: LogFormProps) {
  const t = useTranslations("lookup");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, customerId, key: formKey }}
      submitLabel={t(SAVE[what])}
      variant="primary"
      beside={<ButtonLink href={`/w/${tenant}/lookup/${customerId}`}>{t("backToCard")}</ButtonLink>}
    >
      {(refusal) => <LogFields what={what} refusal={refusal} />}
    </ActionForm>
  );
}

const SAVE = {
  contact: "saveContact",
  complaint: "saveComplaint",
  thanks: "saveThanks",
} as const;

type LogFieldsProps = { what: LogFormProps["what"]; refusal: Refusal | null };

function LogFields({ what, refusal }: LogFieldsProps) {
  const t = useTranslations("lookup");
  const tiers = useTranslations("tiers");
  const field = (name: string, usual = "") => ({
    name,
    defaultValue: refusal?.values?.[name] ?? usual,
    errors: refusal?.fields?.[name],
  });
  return (
    <>
      {what === "contact" && (
        <PlainSelect
          {...field("kind", "service")}
          label={t("kind")}
          hasNone={false}
          options={INTERACTION_KINDS.map((value) => ({
            value,
            label: t(`interactionKinds.${value}`),
          }))}
        />
      )}
      <PlainSelect
        {...field("channel", "phone")}
        label={t("channel")}
        hasNone={false}
        options={CONTACT_CHANNELS.map((value) => ({ value, label: tiers(`channels.${value}`) }))}
      />
      {what !== "thanks" && <TextField {...field("subject")} label={t("subject")} />}
      <TextArea
        {...field("body")}
        label={t(what === "thanks" ? "thanksFor" : "body")}
        hint={t("bodyHint")}
      />
    </>
  );
}
