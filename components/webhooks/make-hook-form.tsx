"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { HOOK_FORMATS, HOOK_KINDS, type MadeSecret } from "#lib/webhooks/types.ts";
import { SecretNotice } from "./secret-notice.tsx";

export type MakeHookFormProps = { tenant: string; action: FormAction<MadeSecret> };

/** Our own items say which score is which; also without JavaScript. */
const ONLY_FORMBRICKS = "group-has-[input[value=items]:checked]/hook:hidden";

/** Source, kind and format of a new incoming hook; its secret once it is made. */
export function MakeHookForm({ tenant, action }: MakeHookFormProps) {
  const t = useTranslations("webhooks");
  const [state, submit, isPending] = useSafeAction<MadeSecret>(action);
  const form = useFirstBadField(state);
  const refused = state?.ok === false ? state : null;
  const value = (name: string) => refused?.values?.[name];
  const errors = (name: string) => refused?.fields?.[name];
  return (
    <>
      {state?.ok && <SecretNotice text={t("hookMade")} secret={state.data.secret} />}
      <form ref={form} action={submit} className="group/hook flex max-w-xl flex-col gap-5">
        <input type="hidden" name="tenant" value={tenant} />
        <TextField
          label={t("name")}
          name="name"
          hint={t("nameHint")}
          autoComplete="off"
          defaultValue={value("name")}
          errors={errors("name")}
        />
        <RadioGroup
          label={t("kind")}
          name="kind"
          isHorizontal
          options={HOOK_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
          defaultValue={value("kind") ?? "signals"}
          errors={errors("kind")}
        />
        <RadioGroup
          label={t("format")}
          name="format"
          isHorizontal
          options={HOOK_FORMATS.map((format) => ({ value: format, label: t(`format_${format}`) }))}
          defaultValue={value("format") ?? "items"}
          errors={errors("format")}
        />
        <TextArea
          label={t("scored")}
          name="scoredQuestions"
          hint={t("scoredHint")}
          defaultValue={value("scoredQuestions") ?? ""}
          errors={errors("scoredQuestions")}
          className={errors("scoredQuestions") ? "" : ONLY_FORMBRICKS}
        />
        <TextField
          label={t("givenSecret")}
          name="secret"
          hint={t("givenSecretHint")}
          autoComplete="off"
          errors={errors("secret")}
        />
        {refused && (
          <Notice tone="bad" isAlert>
            {refused.message}
          </Notice>
        )}
        <div>
          <Button type="submit" isPending={isPending}>
            {t("makeHookNow")}
          </Button>
        </div>
      </form>
    </>
  );
}
