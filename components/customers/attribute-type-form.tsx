"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { ComboBox } from "#components/ui/combo-box.tsx";
import { ATTRIBUTE_TYPES, type AttributeView } from "#lib/customers/attributes.ts";

export type AttributeTypeFormProps = {
  attribute: AttributeView;
  tenant: string;
  action: FormAction;
};

/** Goes back to what the values look like. */
const FOUND = "as_found";

/** What kind of value one attribute holds. */
export function AttributeTypeForm({ attribute, tenant, action }: AttributeTypeFormProps) {
  const t = useTranslations("customers.attributes");
  const { name, type, foundType } = attribute;
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, name }}
      submitLabel={t("set")}
      describedAs={t("setOf", { name })}
      isInline
    >
      {(refusal) => (
        <ComboBox
          className="min-w-36 flex-1 max-sm:basis-full"
          label={t("typeOf", { name })}
          isLabelHidden
          name="type"
          options={[
            { value: FOUND, label: t("asFound", { type: t(`types.${foundType}`) }) },
            ...ATTRIBUTE_TYPES.filter((each) => each !== foundType).map((value) => ({
              value,
              label: t(`types.${value}`),
            })),
          ]}
          defaultValue={refusal?.values?.["type"] ?? (type === foundType ? FOUND : type)}
          errors={refusal?.fields?.["type"]}
        />
      )}
    </ActionForm>
  );
}
