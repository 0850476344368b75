"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { SegmentedChoice } from "#components/ui/segmented-choice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { LanguageSamples } from "./language-samples.tsx";
import { PLACES } from "./sample-options.ts";
import { Specimen } from "./specimen.tsx";
import { useFieldStates } from "./use-field-states.ts";

const THREE = PLACES.slice(0, 3);

/** What is ticked, switched or chosen in sight. */
export function ChoicesSection() {
  return (
    <>
      <Ticks />
      <Groups />
      <Views />
      <ChoiceLanguages />
    </>
  );
}

function Ticks() {
  const t = useTranslations("design");
  const states = useFieldStates();
  return (
    <>
      <Specimen title={t("controls.checkbox")}>
        {states.map(({ key, label, isFilled, ...state }) => (
          <Checkbox {...state} key={key} name={`tick-${key}`} defaultSelected={isFilled}>
            {label}
          </Checkbox>
        ))}
        <Checkbox isIndeterminate hint={t("sample.hint")}>
          {t("states.some")}
        </Checkbox>
      </Specimen>
      <Specimen title={t("controls.switch")}>
        {states.map(({ key, label, isFilled, ...state }) => (
          <Switch {...state} key={key} name={`switch-${key}`} defaultSelected={isFilled}>
            {label}
          </Switch>
        ))}
        <Switch hint={t("sample.hint")}>{t("states.off")}</Switch>
      </Specimen>
    </>
  );
}

function Groups() {
  const t = useTranslations("design");
  const states = useFieldStates();
  const explained = THREE.map(({ value, label, detail }) => ({ value, label, hint: detail }));
  return (
    <>
      <Specimen title={t("controls.checkboxGroup")}>
        {states.map(({ key, isFilled, ...state }) => (
          <CheckboxGroup
            {...state}
            key={key}
            name={`ticks-${key}`}
            options={THREE}
            defaultValue={isFilled ? ["graz"] : []}
          />
        ))}
      </Specimen>
      <Specimen title={t("controls.radioGroup")}>
        {states.map(({ key, isFilled, ...state }) => (
          <RadioGroup
            {...state}
            key={key}
            name={`radio-${key}`}
            options={key === "filled" ? explained : THREE}
            defaultValue={isFilled ? "graz" : null}
          />
        ))}
        <RadioGroup isHorizontal label={t("states.inARow")} name="radio-row" options={THREE} />
      </Specimen>
    </>
  );
}

function Views() {
  const t = useTranslations("design");
  const [lens, setLens] = useState<"build" | "gap">("build");
  return (
    <>
      <Specimen title={t("controls.segmentedChoice")} look="row">
        <SegmentedChoice
          label={t("controls.segmentedChoice")}
          value={lens}
          onChange={setLens}
          options={[
            { value: "build", label: t("sample.build") },
            { value: "gap", label: t("sample.gap") },
          ]}
        />
      </Specimen>
      <Specimen title={t("controls.tabs")} look="stack">
        <Tabs
          label={t("controls.tabs")}
          tabs={[
            { id: "step", label: t("sample.step"), content: t("sample.text") },
            { id: "evidence", label: t("sample.evidence"), count: "9", content: t("sample.hint") },
            { id: "history", label: t("sample.history"), content: "", isDisabled: true },
          ]}
        />
      </Specimen>
      <Specimen title={t("controls.tabLinks")} look="stack">
        <TabLinks
          label={t("controls.tabLinks")}
          links={[
            { href: "/design/choices", label: t("sections.choices"), count: "6" },
            { href: "/design/fields", label: t("sections.fields") },
            { href: "/design/states", label: t("sections.states") },
          ]}
        />
      </Specimen>
    </>
  );
}

function ChoiceLanguages() {
  return (
    <LanguageSamples>
      {({ label, hint, error, first, second, third }) => {
        const options = [
          { value: "1", label: first, hint },
          { value: "2", label: second },
          { value: "3", label: third },
        ];
        return (
          <>
            <RadioGroup
              label={label}
              name="radio"
              options={options}
              defaultValue="1"
              errors={[error]}
            />
            <CheckboxGroup
              label={label}
              name="ticks"
              options={options}
              defaultValue={["2"]}
              hint={hint}
            />
            <div className="min-w-0">
              <Switch defaultSelected hint={hint}>
                {first}
              </Switch>
              <Tabs
                label={label}
                tabs={[
                  { id: "1", label: first, content: hint },
                  { id: "2", label: second, content: error },
                ]}
              />
            </div>
          </>
        );
      }}
    </LanguageSamples>
  );
}
