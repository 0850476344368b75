"use client";

import { useTranslations } from "next-intl";
import type { FieldTexts } from "#components/settings/use-settings-form.ts";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { WEEKDAYS } from "#lib/calendars/types.ts";

export type HoursFieldsProps = {
  values: FieldTexts;
  errorsOf: (field: string) => string[] | undefined;
  locale: string;
};

/** The hours as lines of text, for a page without JavaScript. */
export function PlainHours({ values, errorsOf }: HoursFieldsProps) {
  const t = useTranslations("settings.calendar");
  return (
    <>
      <p className="text-xs text-muted">{t("dayHint")}</p>
      {WEEKDAYS.map((weekday) => (
        <TextField
          key={weekday}
          label={t(`weekdays.${weekday}`)}
          name={weekday}
          defaultValue={values[weekday]}
          errors={errorsOf(weekday)}
          autoComplete="off"
        />
      ))}
      <TextArea
        label={t("differing")}
        name="exceptions"
        hint={t("differingHint")}
        defaultValue={values["exceptions"] ?? ""}
        errors={errorsOf("exceptions")}
      />
    </>
  );
}
