"use client";

import { useTranslations } from "next-intl";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type Field = { name: string; defaultValue: string; errors: readonly string[] | undefined };

export type CohortFieldsProps = {
  /** What a field of the form was sent with and what is wrong with it */
  field: (name: string, usual: string) => Field;
  attributes: readonly string[];
};

/** Which customers a run is of; all of it empty for everybody. */
export function CohortFields({ field, attributes }: CohortFieldsProps) {
  const t = useTranslations("lifetime.form");
  return (
    <fieldset className="min-w-0 border-t border-hairline pt-4">
      <legend className="float-start mb-1 font-semibold">{t("cohort")}</legend>
      <p className="clear-both mb-4 text-2xs text-muted">{t("cohortHint")}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-5 md:grid-cols-2">
        <TextField
          {...field("firstFrom", "")}
          type="date"
          label={t("firstFrom")}
          hint={t("firstFromHint")}
        />
        <TextField
          {...field("firstUntil", "")}
          type="date"
          label={t("firstUntil")}
          hint={t("firstUntilHint")}
        />
        <TextField {...field("channel", "")} label={t("channel")} hint={t("channelHint")} />
        {attributes.length > 0 && (
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] gap-4">
            <PlainSelect
              {...field("attribute", "")}
              label={t("attribute")}
              hint={t("attributeHint")}
              options={attributes.map((name) => ({ value: name, label: name }))}
            />
            <TextField
              {...field("attributeValue", "")}
              label={t("attributeValue")}
              hint={t("attributeValueHint")}
            />
          </div>
        )}
      </div>
    </fieldset>
  );
}
