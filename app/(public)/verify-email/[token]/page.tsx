import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "#components/sign-in/auth-frame.tsx";
import { ConfirmElsewhere } from "#components/sign-in/confirm-elsewhere.tsx";
import { VerifyForm } from "#components/sign-in/verify-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { findLinkOwner } from "#lib/accounts/index.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { leaveToConfirmAction, verifyEmailAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("verifyTitle"), referrer: "no-referrer" };
}

type Props = Readonly<{ params: Promise<{ token: string }> }>;

/**
 * A click confirms, not the visit: scanners of mail visit every link. And only the account's own session: who just reads
 * the mail would vouch for whoever made the account.
 */
export default async function VerifyEmailPage({ params }: Props) {
  const [{ token }, t, person] = await Promise.all([
    params,
    getTranslations("signIn"),
    findSignedIn(),
  ]);
  const owner = await withAccounts((tx) => findLinkOwner(tx, token, "verify_email"));
  if (owner && owner.accountId === person?.accountId) {
    return (
      <AuthFrame title={t("verifyTitle")} purpose={t("verifyPurpose")}>
        <VerifyForm action={verifyEmailAction} token={token} />
      </AuthFrame>
    );
  }
  if (owner) {
    return (
      <AuthFrame title={t("verifyTitle")} purpose={t("verifySignIn", { hint: owner.hint })}>
        <ConfirmElsewhere
          token={token}
          ownEmail={person?.email ?? null}
          leave={leaveToConfirmAction}
        />
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
