"use client";

import { useTranslations } from "next-intl";
import { ComboBox } from "#components/ui/combo-box.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { NumberStepper } from "#components/ui/number-stepper.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { LanguageSamples } from "./language-samples.tsx";
import { PLACES } from "./sample-options.ts";
import { Specimen } from "./specimen.tsx";
import { useFieldStates } from "./use-field-states.ts";

/** Everything that is typed or picked from a list. */
export function FieldsSection() {
  return (
    <>
      <Texts />
      <Numbers />
      <Lists />
      <OtherFields />
      <FieldLanguages />
    </>
  );
}

function Texts() {
  const t = useTranslations("design");
  const states = useFieldStates();
  return (
    <>
      <Specimen title={t("controls.textField")}>
        {states.map(({ key, isFilled, ...state }) => (
          <TextField
            {...state}
            key={key}
            name={`text-${key}`}
            placeholder={t("sample.placeholder")}
            {...(isFilled ? { defaultValue: t("sample.name") } : {})}
          />
        ))}
        <TextField
          label={t("states.large")}
          name="text-large"
          size="lg"
          isRequired
          hint={t("sample.hint")}
        />
        <PasswordField label={t("controls.password")} name="password" defaultValue="longbow" />
      </Specimen>
      <Specimen title={t("controls.textArea")}>
        {states.map(({ key, isFilled, ...state }) => (
          <TextArea
            {...state}
            key={key}
            name={`area-${key}`}
            hint={t("sample.hint")}
            {...(isFilled ? { defaultValue: t("sample.text") } : {})}
          />
        ))}
      </Specimen>
    </>
  );
}

function Numbers() {
  const t = useTranslations("design");
  const states = useFieldStates().filter(({ key }) => key !== "empty");
  return (
    <>
      <Specimen title={t("controls.numberField")}>
        {states.map(({ key, isFilled: _always, ...state }) => (
          <NumberField {...state} key={key} name={`number-${key}`} unit="%" defaultValue="42.5" />
        ))}
      </Specimen>
      <Specimen title={t("controls.numberStepper")}>
        {states.map(({ key, isFilled: _always, ...state }) => (
          <NumberStepper
            {...state}
            key={key}
            name={`stepper-${key}`}
            min={0}
            max={12}
            defaultValue={12}
          />
        ))}
      </Specimen>
      <Specimen title={t("controls.slider")}>
        {states
          .filter(({ key }) => key !== "readOnly")
          .map(({ key, isFilled: _always, isReadOnly: _never, ...state }) => (
            <Slider {...state} key={key} name={`slider-${key}`} unit="%" defaultValue={35} />
          ))}
        <Slider
          label={t("sample.halfSteps")}
          hint={t("sample.halfStepsHint")}
          min={-2}
          max={2}
          step={0.5}
          defaultValue={-1.5}
        />
      </Specimen>
    </>
  );
}

function Lists() {
  const t = useTranslations("design");
  const states = useFieldStates();
  return (
    <>
      <Specimen title={t("controls.select")}>
        {states
          .filter(({ key }) => key !== "readOnly")
          .map(({ key, isFilled, isReadOnly: _never, ...state }) => (
            <Select
              {...state}
              key={key}
              name={`select-${key}`}
              options={PLACES}
              {...(isFilled ? { defaultValue: "graz" } : {})}
            />
          ))}
      </Specimen>
      <Specimen title={t("controls.comboBox")}>
        {states.map(({ key, isFilled, ...state }) => (
          <ComboBox
            {...state}
            key={key}
            name={`combo-${key}`}
            options={PLACES}
            placeholder={t("sample.typePlace")}
            {...(isFilled ? { defaultValue: "graz" } : {})}
          />
        ))}
      </Specimen>
    </>
  );
}

function OtherFields() {
  const t = useTranslations("design");
  return (
    <>
      <Specimen title={t("controls.search")}>
        <SearchField label={t("sample.searchFor")} name="q" action="/design/fields" />
      </Specimen>
      <Specimen title={t("controls.copyField")}>
        <CopyField
          label={t("sample.invitation")}
          value="https://cx.example.com/join/8fK2-Qm71-Zx90"
          hint={t("sample.invitationHint")}
          className="sm:col-span-2"
        />
      </Specimen>
      <Specimen title={t("controls.fileDrop")} look="stack">
        <FileDrop
          label={t("controls.fileDrop")}
          chooseLabel={t("sample.chooseFile")}
          hint={t("sample.fileHint")}
          accept={[".csv"]}
          onFile={() => undefined}
        />
      </Specimen>
    </>
  );
}

function FieldLanguages() {
  return (
    <LanguageSamples>
      {({ label, hint, error, value, first, second, third }) => {
        const options = [
          { value: "1", label: first },
          { value: "2", label: second },
          { value: "3", label: third },
        ];
        return (
          <>
            <TextField
              label={label}
              name="text"
              hint={hint}
              errors={[error]}
              defaultValue={value}
            />
            <TextArea label={label} name="area" defaultValue={`${value} ${hint}`} />
            <Select label={label} name="select" options={options} defaultValue="1" />
            <ComboBox label={label} name="combo" options={options} defaultValue="2" hint={hint} />
            <NumberStepper label={label} name="stepper" defaultValue={1234} />
            <Slider label={label} name="slider" defaultValue={62} unit="%" />
            <NumberField label={label} name="number" unit="%" defaultValue="42" />
            <PasswordField label={label} name="password" hint={hint} />
            <CopyField label={label} value="https://cx.example.com/join/8fK2" hint={hint} />
          </>
        );
      }}
    </LanguageSamples>
  );
}
