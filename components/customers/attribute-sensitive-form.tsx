"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";

export type AttributeSensitiveFormProps = {
  name: string;
  /** As a person says; null: as its name suggests */
  isSensitive: boolean | null;
  /** What its name suggests */
  isByName: boolean;
  tenant: string;
  action: FormAction;
};

/** Whether an attribute is sensitive: rules that ask it then need a purpose and a lawful basis. */
export function AttributeSensitiveForm(props: AttributeSensitiveFormProps) {
  const { name, isSensitive, isByName, tenant, action } = props;
  const t = useTranslations("customers.attributes");
  const chosen = isSensitive === null ? "by_name" : isSensitive ? "yes" : "no";
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, name }}
      submitLabel={t("set")}
      describedAs={t("setSensitiveOf", { name })}
      isInline
    >
      {(refusal) => (
        <PlainSelect
          className="min-w-28 flex-1"
          label={t("sensitiveOf", { name })}
          isLabelHidden
          hasNone={false}
          name="isSensitive"
          options={[
            { value: "by_name", label: t("byName", { isSensitive: isByName ? "yes" : "no" }) },
            { value: "yes", label: t("isSensitive") },
            { value: "no", label: t("isNotSensitive") },
          ]}
          defaultValue={refusal?.values?.["isSensitive"] ?? chosen}
          errors={refusal?.fields?.["isSensitive"]}
        />
      )}
    </ActionForm>
  );
}
