import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "#components/sign-in/auth-frame.tsx";
import { VerifyForm } from "#components/sign-in/verify-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { isGoodLink } from "#lib/accounts/index.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { verifyEmailAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("verifyTitle"), referrer: "no-referrer" };
}

type Props = Readonly<{ params: Promise<{ token: string }> }>;

/** A click confirms, not the visit: scanners of mail visit every link. */
export default async function VerifyEmailPage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations("signIn")]);
  if (await withAccounts((tx) => isGoodLink(tx, token, "verify_email"))) {
    return (
      <AuthFrame title={t("verifyTitle")} purpose={t("verifyPurpose")}>
        <VerifyForm action={verifyEmailAction} token={token} />
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t("linkOverTitle")} purpose={t("verifyOverText")}>
      <ButtonLink href="/" size="lg" className="mt-8 w-full">
        {t("toStart")}
      </ButtonLink>
    </AuthFrame>
  );
}
