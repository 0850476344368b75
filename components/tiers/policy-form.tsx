"use client";

import { useTranslations } from "next-intl";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { type SettingsAction, useSettingsForm } from "#components/settings/use-settings-form.ts";
import { NumberField } from "#components/ui/number-field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { CUT_BASES, MOST_TIERS } from "#lib/tiers/types.ts";
import { TIER_FIELDS } from "./policy-fields.ts";
import { TierFields } from "./tier-fields.tsx";

export type PolicyFormProps = {
  tenant: string;
  currency: string;
  /** As text in the fields */
  stored: Record<string, string>;
  /** How many tiers there are now, and what the last run says of each */
  tierNotes: readonly string[];
  version: number;
  action: SettingsAction;
};

/** Where tiers end, how each is treated, and the floor; one empty place more for another tier. */
export function PolicyForm({
  tenant,
  currency,
  stored,
  tierNotes,
  version,
  action,
}: PolicyFormProps) {
  const t = useTranslations("tiers");
  const form = useSettingsForm(action, stored);
  const places = Array.from(
    { length: Math.min(MOST_TIERS, tierNotes.length + 1) },
    (_, i) => i + 1,
  );
  const number = (name: "slowestResponse" | "leastGoodwill" | "mostAsks") => ({
    name,
    label: t(name),
    defaultValue: form.values[name],
    errors: form.errorsOf(name),
  });
  return (
    <SettingsForm
      {...{ form, tenant, version, stored }}
      names={useFieldNames(places)}
      saveLabel={t("save")}
      savedText={t("saved")}
      isMain
      className="flex flex-col gap-4"
    >
      <Panel title={t("cuts")} caption={t("cutsCaption")}>
        <PlainSelect
          name="cutBy"
          label={t("cutBy")}
          hasNone={false}
          defaultValue={form.values["cutBy"] ?? "customers"}
          errors={form.errorsOf("cutBy")}
          hint={t("shareHint")}
          options={CUT_BASES.map((value) => ({ value, label: t(`cutBys.${value}`) }))}
          className="max-w-md"
        />
      </Panel>
      {places.map((place) => (
        <Panel
          key={place}
          title={stored[`name_${place}`] ?? t("anotherTier")}
          caption={tierNotes[place - 1] ?? t("anotherHint")}
        >
          <fieldset className="min-w-0">
            <legend className="sr-only">{t("tier", { place })}</legend>
            <TierFields
              place={place}
              currency={currency}
              isLast={place === tierNotes.length}
              textOf={(field) => form.values[`${field}_${place}`] ?? ""}
              errorsOf={(field) => form.errorsOf(`${field}_${place}`)}
            />
          </fieldset>
        </Panel>
      ))}
      <Panel title={t("floor")} caption={t("floorCaption")}>
        <div className="grid gap-4 sm:grid-cols-3">
          <NumberField {...number("slowestResponse")} unit={t("hours")} />
          <NumberField {...number("leastGoodwill")} unit={currency} />
          <NumberField {...number("mostAsks")} hint={t("asksUnit")} />
        </div>
      </Panel>
    </SettingsForm>
  );
}

/** The words of every field, for what somebody else has stored meanwhile. */
function useFieldNames(places: readonly number[]): Record<string, string> {
  const t = useTranslations("tiers");
  const ofTiers = places.flatMap((place) =>
    TIER_FIELDS.map((field) => [`${field}_${place}`, t("ofTier", { field: t(field), place })]),
  );
  return {
    cutBy: t("cutBy"),
    ...Object.fromEntries(ofTiers),
    slowestResponse: t("slowestResponse"),
    leastGoodwill: t("leastGoodwill"),
    mostAsks: t("mostAsks"),
  };
}
