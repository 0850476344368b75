import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "#components/sign-in/auth-frame.tsx";
import { OidcButton } from "#components/sign-in/oidc-button.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { oidcProblemOf } from "#lib/auth/oidc/problems.ts";
import { findOidcProvider } from "#lib/auth/oidc/provider.ts";
import { ownPath } from "#lib/auth/own-path.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { signInAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

const REASONS = ["access_changed", "password_reset"] as const;

type Query = Partial<Record<"to" | "reason" | "oidc", string | string[]>>;
type Props = Readonly<{ searchParams: Promise<Query> }>;

export default async function SignInPage({ searchParams }: Props) {
  const [query, t] = await Promise.all([searchParams, getTranslations("signIn")]);
  const to = ownPath(query.to, env().APP_URL);
  const reason = REASONS.find((known) => known === query.reason);
  // A changed role asks for a new sign-in of somebody whose session is alive.
  if (reason !== "access_changed" && (await findSignedIn())) redirect(to);
  const provider = findOidcProvider();
  return (
    <AuthFrame title={t("title")} purpose={t("purpose")}>
      {reason && (
        <div className="mt-6">
          <Notice tone="info">{t(`reason_${reason}`)}</Notice>
        </div>
      )}
      <SignInForm action={signInAction} to={to} />
      {provider && <OidcButton name={provider.name} to={to} problem={oidcProblemOf(query.oidc)} />}
      <p className="mt-6 text-xs text-muted">
        {env().SIGN_UP === "closed" ? (
          t("hintClosed")
        ) : (
          <>
            {t("noAccount")} <Link href="/sign-up">{t("signUpLink")}</Link>
          </>
        )}
      </p>
    </AuthFrame>
  );
}
