"use client";

import { useTranslations } from "next-intl";
import { DateField } from "#components/ui/date-field.tsx";
import { DatePicker } from "#components/ui/date-picker.tsx";
import { DateRangePicker } from "#components/ui/date-range-picker.tsx";
import { LanguageSamples } from "./language-samples.tsx";
import { Specimen } from "./specimen.tsx";
import { useFieldStates } from "./use-field-states.ts";

const TODAY = "2026-11-20";
const RANGE = { start: "2026-11-02", end: "2026-11-20" };

/** Days and stretches of days. */
export function DatesSection() {
  const t = useTranslations("design");
  const states = useFieldStates();
  return (
    <>
      <Specimen title={t("controls.dateField")}>
        {states.map(({ key, isFilled, ...state }) => (
          <DateField
            {...state}
            key={key}
            name={`day-${key}`}
            {...(isFilled ? { defaultValue: TODAY } : {})}
          />
        ))}
      </Specimen>
      <Specimen title={t("controls.datePicker")}>
        {states.map(({ key, isFilled, ...state }) => (
          <DatePicker
            {...state}
            key={key}
            name={`date-${key}`}
            {...(isFilled ? { defaultValue: TODAY } : {})}
          />
        ))}
        <DatePicker
          label={t("sample.within")}
          name="date-within"
          size="lg"
          min="2026-11-05"
          max="2026-12-10"
          defaultValue={TODAY}
          hint={t("sample.withinHint")}
        />
      </Specimen>
      <Specimen title={t("controls.dateRangePicker")}>
        {states.map(({ key, isFilled, ...state }) => (
          <DateRangePicker
            {...state}
            key={key}
            startName={`start-${key}`}
            endName={`end-${key}`}
            today={TODAY}
            defaultValue={isFilled ? RANGE : null}
          />
        ))}
      </Specimen>
      <LanguageSamples>
        {({ label, hint, error }) => (
          <>
            <DateField label={label} name="day" defaultValue={TODAY} hint={hint} />
            <DatePicker label={label} name="date" defaultValue={TODAY} errors={[error]} />
            <DateRangePicker
              label={label}
              startName="from"
              endName="until"
              today={TODAY}
              defaultValue={RANGE}
              hint={hint}
            />
          </>
        )}
      </LanguageSamples>
    </>
  );
}
