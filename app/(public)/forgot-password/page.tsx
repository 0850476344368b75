import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "#components/sign-in/auth-frame.tsx";
import { ForgotForm } from "#components/sign-in/forgot-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { isMailOn } from "#lib/mail/index.ts";
import { askPasswordResetAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("forgotTitle") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("signIn");
  return (
    <AuthFrame title={t("forgotTitle")} purpose={isMailOn() ? t("forgotPurpose") : undefined}>
      {isMailOn() ? (
        <ForgotForm action={askPasswordResetAction} />
      ) : (
        <div className="mt-6">
          <Notice tone="info">{t("forgotNoMail")}</Notice>
        </div>
      )}
      <p className="mt-6 text-xs">
        <Link href="/sign-in">{t("backToSignIn")}</Link>
      </p>
    </AuthFrame>
  );
}
