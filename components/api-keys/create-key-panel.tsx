"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { FIELD_ERROR } from "#components/ui/field-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult } from "#lib/actions/result.ts";
import { scopeField } from "#lib/api-keys/scope-field.ts";
import { EXPIRIES, type MadeApiKey, SCOPE_GROUPS } from "#lib/api-keys/types.ts";

type Result = ActionResult<MadeApiKey>;

export type CreateKeyPanelProps = {
  tenant: string;
  action: (previous: Result | null, form: FormData) => Promise<Result>;
};

/** Name, scopes and end of a new key, and its secret once it is made. */
export function CreateKeyPanel({ tenant, action }: CreateKeyPanelProps) {
  const t = useTranslations("settings.keys");
  const [state, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(state);
  const refused = state?.ok === false ? state : null;
  const made = state?.ok ? state.data : null;
  return (
    <Panel title={t("create")} caption={t("createCaption")}>
      {made && <MadeKey made={made} />}
      <form ref={form} action={submit} className="flex flex-col gap-5">
        <input type="hidden" name="tenant" value={tenant} />
        <TextField
          label={t("name")}
          name="name"
          hint={t("nameHint")}
          autoComplete="off"
          defaultValue={refused?.values?.["name"]}
          errors={refused?.fields?.["name"]}
          className="max-w-md"
        />
        <ScopeFields values={refused?.values ?? {}} errors={refused?.fields?.["scopes"]} />
        <RadioGroup
          label={t("expiry")}
          name="expiry"
          isHorizontal
          options={EXPIRIES.map((value) => ({ value, label: t(`expiries.${value}`) }))}
          defaultValue={refused?.values?.["expiry"] ?? "90"}
          errors={refused?.fields?.["expiry"]}
        />
        {refused && (
          <Notice tone="bad" isAlert>
            {refused.message}
          </Notice>
        )}
        <div>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("make")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function MadeKey({ made }: { made: MadeApiKey }) {
  const t = useTranslations("settings.keys");
  return (
    <div className="mb-5">
      <Notice tone="info" isAlert>
        {t("made", { name: made.name })}
        <CopyField label={t("secret")} value={made.key} className="mt-2 max-w-xl" />
      </Notice>
    </div>
  );
}

type ScopeFieldsProps = {
  values: Readonly<Record<string, string>>;
  errors: readonly string[] | undefined;
};

function ScopeFields({ values, errors }: ScopeFieldsProps) {
  const t = useTranslations("settings.keys");
  return (
    <fieldset className="min-w-0">
      <legend className="text-xs font-medium">{t("scopes")}</legend>
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {SCOPE_GROUPS.map(({ group, scopes }) => (
          <fieldset key={group} className="min-w-0">
            <legend className="text-2xs text-muted">{t(`groups.${group}`)}</legend>
            {scopes.map((scope) => (
              <Checkbox
                key={`${scope} ${values[scopeField(scope)] ?? ""}`}
                name={scopeField(scope)}
                defaultSelected={values[scopeField(scope)] === "on"}
                hint={<span className="font-mono">{scope}</span>}
              >
                {t(`scope.${scope}`)}
              </Checkbox>
            ))}
          </fieldset>
        ))}
      </div>
      {errors && <span className={FIELD_ERROR}>{errors.join(" ")}</span>}
    </fieldset>
  );
}
