import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "#components/sign-in/auth-frame.tsx";
import { SignUpForm } from "#components/sign-in/sign-up-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { currencyOf, localeAskedFor } from "#lib/accounts/locale-choices.ts";
import { placeOptions } from "#lib/accounts/place-options.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { makeWorkspaceAction, signUpAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t(env().SIGN_UP === "open" ? "signUpTitle" : "closedTitle") };
}

export default async function SignUpPage() {
  const [t, person, head] = await Promise.all([
    getTranslations("signIn"),
    findSignedIn(),
    headers(),
  ]);
  if (env().SIGN_UP === "closed") return <SignUpClosed isSignedIn={person !== null} />;
  const locale = localeAskedFor(head.get("accept-language"));
  const currency = currencyOf(locale);
  return (
    <AuthFrame
      title={t("signUpTitle")}
      purpose={person ? t("signedInAs", { email: person.email }) : t("signUpPurpose")}
    >
      <SignUpForm
        action={person ? makeWorkspaceAction : signUpAction}
        hasAccount={person !== null}
        guess={{ timeZone: "UTC", currency, locale }}
        options={placeOptions(currency)}
      />
      <p className="mt-6 text-xs text-muted">
        {person ? (
          <Link href="/">{t("backToWorkspace")}</Link>
        ) : (
          <>
            {t("haveAccount")} <Link href="/sign-in">{t("signInLink")}</Link>
          </>
        )}
      </p>
    </AuthFrame>
  );
}

async function SignUpClosed({ isSignedIn }: { isSignedIn: boolean }) {
  const t = await getTranslations("signIn");
  return (
    <AuthFrame title={t("closedTitle")} purpose={t("closedText")}>
      <ButtonLink href={isSignedIn ? "/" : "/sign-in"} size="lg" className="mt-8 w-full">
        {t(isSignedIn ? "backToWorkspace" : "backToSignIn")}
      </ButtonLink>
    </AuthFrame>
  );
}
