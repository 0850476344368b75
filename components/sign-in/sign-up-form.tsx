"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult, FormAction } from "#lib/actions/result.ts";
import { type Place, PlaceFields, type PlaceFieldsProps } from "./place-fields.tsx";
import { Refusal } from "./refusal.tsx";

export type SignUpFormProps = {
  action: FormAction<unknown>;
  /** Somebody who is signed in already makes a workspace only. */
  hasAccount: boolean;
  guess: Place;
  options: PlaceFieldsProps["options"];
};

/** A new workspace, and the account of its owner when there is none. */
export function SignUpForm({ action, hasAccount, guess, options }: SignUpFormProps) {
  const t = useTranslations("signIn");
  const [answer, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(answer);
  const { values, errors } = refusalOf(answer);
  return (
    <form ref={form} action={submit} className="mt-8 flex flex-col gap-4">
      <Refusal answer={answer} />
      {!hasAccount && <AccountFields values={values} errors={errors} />}
      <TextField
        label={t("workspaceName")}
        name="workspaceName"
        size="lg"
        hint={t("workspaceHint")}
        autoComplete="organization"
        defaultValue={values["workspaceName"] ?? ""}
        errors={errors["workspaceName"]}
        isRequired
      />
      <PlaceFields guess={guess} typed={values} errors={errors} options={options} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        className="mt-2 w-full"
      >
        {t("signUpSubmit")}
      </Button>
    </form>
  );
}

type Refused = {
  values: Record<string, string>;
  errors: Record<string, string[] | undefined>;
};

function AccountFields({ values, errors }: Refused) {
  const t = useTranslations("signIn");
  return (
    <>
      <TextField
        label={t("name")}
        name="name"
        size="lg"
        autoComplete="name"
        defaultValue={values["name"] ?? ""}
        errors={errors["name"]}
        isRequired
      />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        defaultValue={values["email"] ?? ""}
        errors={errors["email"]}
        isRequired
      />
      <PasswordField
        label={t("newPassword")}
        name="password"
        size="lg"
        hint={t("passwordHint")}
        autoComplete="new-password"
        errors={errors["password"]}
        isRequired
      />
    </>
  );
}

function refusalOf(answer: ActionResult<unknown> | null): Refused {
  if (!answer || answer.ok) return { values: {}, errors: {} };
  return { values: answer.values ?? {}, errors: answer.fields ?? {} };
}
