import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/actions/result.ts";
import { ActionButton } from "./action-button.tsx";

export type NoPasswordProps = {
  /** Null where no mail is sent */
  send: FormAction<void> | null;
};

/** The way to a first password leads through the mailbox: an open browser alone must not set one. */
export function NoPassword({ send }: NoPasswordProps) {
  const t = useTranslations("account");
  return (
    <div className="flex flex-col gap-4">
      <p>{t("noPassword")}</p>
      {send ? (
        <ActionButton action={send} done={t("passwordLinkSent")}>
          {t("sendPasswordLink")}
        </ActionButton>
      ) : (
        <p className="text-muted">{t("noPasswordNoMail")}</p>
      )}
    </div>
  );
}
