"use client";

import { useTranslations } from "next-intl";
import { Refusal } from "#components/sign-in/refusal.tsx";
import { Button } from "#components/ui/button.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult } from "#lib/actions/result.ts";

export type ChangeTwoStepFormProps = {
  recoveryCodesLeft: number;
  answer: ActionResult<unknown> | null;
  renew: (form: FormData) => void;
  turnOff: (form: FormData) => void;
  isPending: boolean;
};

/** New recovery codes, or no second step any more: both by password and code. */
export function ChangeTwoStepForm(props: ChangeTwoStepFormProps) {
  const { recoveryCodesLeft, answer, renew, turnOff, isPending } = props;
  const t = useTranslations("account");
  const form = useFirstBadField(answer);
  const errors = answer?.ok === false ? answer.fields : undefined;
  return (
    <form ref={form} action={renew} className="no-print flex max-w-md flex-col gap-4">
      <div>
        <h3>{t("changeTwoStep")}</h3>
        <p className="mt-1 text-muted">
          {t("recoveryLeft", { count: recoveryCodesLeft })} {t("changeTwoStepText")}
        </p>
      </div>
      <Refusal answer={answer} />
      <PasswordField
        label={t("presentPassword")}
        name="presentPassword"
        autoComplete="current-password"
        errors={errors?.["presentPassword"]}
        isRequired
      />
      <TextField
        label={t("codeEither")}
        name="code"
        hint={t("codeEitherHint")}
        autoComplete="one-time-code"
        errors={errors?.["code"]}
        isRequired
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" isPending={isPending}>
          {t("renewCodes")}
        </Button>
        <Button type="submit" formAction={turnOff} isPending={isPending}>
          {t("turnOff")}
        </Button>
      </div>
    </form>
  );
}
