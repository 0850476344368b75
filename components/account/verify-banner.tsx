import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { ActionButton } from "./action-button.tsx";

export type VerifyBannerProps = { email: string; sendAgain: FormAction<void> };

/** Asks for the click in the mail, calmly, until it came. */
export function VerifyBanner({ email, sendAgain }: VerifyBannerProps) {
  const t = useTranslations("account");
  return (
    <Notice tone="info">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:-my-1">
        <p className="min-w-0 flex-1 basis-64 break-words">{t("verifyBanner", { email })}</p>
        <ActionButton action={sendAgain} size="sm" done={t("verifySent")}>
          {t("verifyAgain")}
        </ActionButton>
      </div>
    </Notice>
  );
}
