import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

export type SignInAgainProps = {
  /** As people know the provider */
  provider: string;
  /** Where to come back to */
  to: string;
};

/** For who has no password: a sign-in at the provider, which then counts for ten minutes. Works without JavaScript. */
export function SignInAgain({ provider, to }: SignInAgainProps) {
  const t = useTranslations("protection");
  return (
    <form
      method="post"
      action="/api/auth/signin/oidc"
      className="flex max-w-md flex-col items-start gap-4"
    >
      <p className="text-muted">{t("signInAgainText", { provider })}</p>
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="again" value="true" />
      <Button type="submit">{t("signInAgain", { provider })}</Button>
    </form>
  );
}
