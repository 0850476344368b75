"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Refusal } from "#components/sign-in/refusal.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";

type Option = { value: string; label: string };

export type ProfileFormProps = {
  action: FormAction<void>;
  email: string;
  /** As text in the fields; "" means like the workspace */
  profile: { name: string; locale: string; timeZone: string; theme: string; density: string };
  hasSingleKeys: boolean;
  locales: readonly Option[];
  timeZones: readonly Option[];
};

/** How a person is called and wants to see things. */
export function ProfileForm(props: ProfileFormProps) {
  const { action, email, profile, hasSingleKeys, locales, timeZones } = props;
  const t = useTranslations("account");
  const [answer, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(answer);
  const refused = answer?.ok === false ? answer : null;
  const values = { ...profile, ...refused?.values };
  const isOn = refused?.values ? "hasSingleKeys" in refused.values : hasSingleKeys;
  return (
    <form ref={form} action={submit} className="flex flex-col gap-4">
      <Panel title={t("you")} caption={t("youCaption", { email })}>
        <TextField
          label={t("name")}
          name="name"
          autoComplete="name"
          defaultValue={values.name}
          errors={refused?.fields?.["name"]}
          isRequired
          className="max-w-md"
        />
      </Panel>
      {/* A form that is answered goes back to its first values: what was saved makes new fields. */}
      <Panel title={t("formats")} caption={t("formatsCaption")}>
        <div className="flex max-w-md flex-col gap-4">
          <PlainSelect
            hasNone={false}
            label={t("locale")}
            name="locale"
            options={locales}
            defaultValue={values.locale}
            errors={refused?.fields?.["locale"]}
          />
          <PlainSelect
            hasNone={false}
            label={t("timeZone")}
            name="timeZone"
            options={timeZones}
            defaultValue={values.timeZone}
            errors={refused?.fields?.["timeZone"]}
          />
        </div>
      </Panel>
      <Panel title={t("look")} caption={t("lookCaption")}>
        <LookFields theme={values.theme} density={values.density} hasSingleKeys={isOn} />
      </Panel>
      <Refusal answer={answer} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("saveProfile")}
        </Button>
        <p role="status" className="text-xs text-muted">
          {answer?.ok && t("profileSaved")}
        </p>
      </div>
    </form>
  );
}

type LookFieldsProps = { theme: string; density: string; hasSingleKeys: boolean };

function LookFields({ theme, density, hasSingleKeys }: LookFieldsProps) {
  const t = useTranslations("account");
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        key={`theme ${theme}`}
        isHorizontal
        label={t("theme")}
        name="theme"
        defaultValue={theme}
        options={[
          { value: "system", label: t("theme_system") },
          { value: "light", label: t("theme_light") },
          { value: "dark", label: t("theme_dark") },
        ]}
      />
      <RadioGroup
        key={`density ${density}`}
        isHorizontal
        label={t("density")}
        name="density"
        defaultValue={density}
        options={[
          { value: "comfortable", label: t("density_comfortable") },
          { value: "compact", label: t("density_compact") },
        ]}
      />
      <Checkbox
        key={`keys ${hasSingleKeys}`}
        name="hasSingleKeys"
        hint={t("singleKeysHint")}
        defaultSelected={hasSingleKeys}
        className="max-w-[64ch]"
      >
        {t("singleKeys")}
      </Checkbox>
    </div>
  );
}
