"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export type JoinFormProps = {
  email: string;
  /** As the inviter wrote it, or "" */
  name: string;
  link: { token: string; mail: string };
  action: FormAction;
};

/** Name and password of somebody new; the address is the one that was invited. */
export function JoinForm({ email, name, link, action }: JoinFormProps) {
  const t = useTranslations("people.join");
  return (
    <ActionForm action={action} hidden={link} submitLabel={t("submit")} variant="primary">
      {(refusal) => (
        <>
          <TextField
            label={t("email")}
            name="email"
            type="email"
            size="lg"
            defaultValue={email}
            autoComplete="username"
            isReadOnly
          />
          <TextField
            label={t("name")}
            name="name"
            size="lg"
            autoComplete="name"
            defaultValue={refusal?.values?.["name"] ?? name}
            errors={refusal?.fields?.["name"]}
          />
          <PasswordField
            label={t("password")}
            name="password"
            size="lg"
            autoComplete="new-password"
            hint={t("passwordHint")}
            errors={refusal?.fields?.["password"]}
          />
        </>
      )}
    </ActionForm>
  );
}
