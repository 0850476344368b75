import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";

export type ConfirmElsewhereProps = {
  token: string;
  /** The address of who is signed in, which is not the one to confirm */
  ownEmail: string | null;
  leave: (form: FormData) => Promise<void>;
};

/** The way to the account that a link is for, and back to the link. */
export function ConfirmElsewhere({ token, ownEmail, leave }: ConfirmElsewhereProps) {
  const t = useTranslations("signIn");
  if (ownEmail === null) {
    const to = encodeURIComponent(`/verify-email/${encodeURIComponent(token)}`);
    return (
      <div className="mt-8 flex flex-col gap-4">
        <p className="text-muted">{t("verifyNotYours")}</p>
        <ButtonLink href={`/sign-in?to=${to}`} variant="primary" size="lg" className="w-full">
          {t("submit")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <form action={leave} className="mt-8 flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <Notice tone="warn">{t("verifyOther", { email: ownEmail })}</Notice>
      <Button type="submit" variant="primary" size="lg" className="w-full">
        {t("verifyLeave")}
      </Button>
    </form>
  );
}
