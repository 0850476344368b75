"use client";

import { useTranslations } from "next-intl";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import {
  type FieldTexts,
  type SettingsAction,
  useSettingsForm,
} from "#components/settings/use-settings-form.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { WEEKDAYS } from "#lib/calendars/types.ts";
import { ExceptionsEditor } from "./exceptions-editor.tsx";
import { PlainHours } from "./plain-hours.tsx";
import { WeekEditor } from "./week-editor.tsx";

export type CalendarFormProps = {
  tenant: string;
  version: number;
  /** A line of text per weekday, `exceptions` with one day a line, `validFromOn` */
  stored: FieldTexts;
  isFirst: boolean;
  locale: string;
  action: SettingsAction;
};

/** New opening hours. Without JavaScript each day is a line of text; with it, each stretch has two fields. */
export function CalendarForm(props: CalendarFormProps) {
  const { tenant, version, stored, isFirst, locale, action } = props;
  const t = useTranslations("settings.calendar");
  const isHydrated = useHydrated();
  const form = useSettingsForm(action, stored);
  const names = {
    ...Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, t(`weekdays.${weekday}`)])),
    exceptions: t("differing"),
  };
  const fields = { values: form.values, errorsOf: form.errorsOf, locale };
  return (
    <SettingsForm
      {...{ form, tenant, version, stored, names }}
      isMain
      saveLabel={t("save")}
      savedText={t("saved")}
      className="flex flex-col gap-5"
    >
      {isHydrated ? (
        <>
          <WeekEditor {...fields} />
          <AlwaysClosed form={form} />
          <ExceptionsEditor {...fields} />
        </>
      ) : (
        <>
          <PlainHours {...fields} />
          <AlwaysClosed form={form} />
        </>
      )}
      <TextField
        type="date"
        label={t("validFrom")}
        name="validFromOn"
        hint={t(isFirst ? "validFromFirstHint" : "validFromHint")}
        defaultValue={form.values["validFromOn"]}
        errors={form.errorsOf("validFromOn")}
        className="max-w-56"
      />
    </SettingsForm>
  );
}

function AlwaysClosed({ form }: { form: ReturnType<typeof useSettingsForm> }) {
  const t = useTranslations("settings.calendar");
  return (
    <Checkbox
      // A refused form is filled again with what was ticked.
      key={form.values["alwaysClosed"] ?? "off"}
      name="alwaysClosed"
      defaultSelected={form.values["alwaysClosed"] === "on"}
      hint={t("alwaysClosedHint")}
      errors={form.errorsOf("alwaysClosed")}
    >
      {t("alwaysClosed")}
    </Checkbox>
  );
}
