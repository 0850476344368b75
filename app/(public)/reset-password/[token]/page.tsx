import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "#components/sign-in/auth-frame.tsx";
import { ResetForm } from "#components/sign-in/reset-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { isGoodLink } from "#lib/accounts/index.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { resetPasswordAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("resetTitle"), referrer: "no-referrer" };
}

type Props = Readonly<{ params: Promise<{ token: string }> }>;

export default async function ResetPasswordPage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations("signIn")]);
  if (await withAccounts((tx) => isGoodLink(tx, token, "reset_password"))) {
    return (
      <AuthFrame title={t("resetTitle")} purpose={t("resetPurpose")}>
        <ResetForm action={resetPasswordAction} token={token} />
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t("linkOverTitle")} purpose={t("linkOverText")}>
      <ButtonLink href="/forgot-password" size="lg" className="mt-8 w-full">
        {t("askAgain")}
      </ButtonLink>
    </AuthFrame>
  );
}
