import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "#components/sign-in/auth-frame.tsx";
import { CodeForm } from "#components/sign-in/code-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { ownPath } from "#lib/auth/own-path.ts";
import { readPendingSignIn } from "#lib/auth/pending-sign-in.ts";
import { env } from "#lib/env.ts";
import { enterCodeAction, enterRecoveryCodeAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("codeTitle") };
}

type Query = { to?: string | string[]; with?: string | string[] };
type Props = Readonly<{ searchParams: Promise<Query> }>;

export default async function CodePage({ searchParams }: Props) {
  const [query, t] = await Promise.all([searchParams, getTranslations("signIn")]);
  const to = ownPath(query.to, env().APP_URL);
  const pending = await readPendingSignIn();
  if (!pending) redirect(`/sign-in?to=${encodeURIComponent(to)}`);
  const isRecovery = query.with === "recovery";
  const other = new URLSearchParams(isRecovery ? { to } : { to, with: "recovery" });
  return (
    <AuthFrame
      title={t(isRecovery ? "recoveryTitle" : "codeTitle")}
      purpose={isRecovery ? t("recoveryPurpose") : t("codePurpose", { email: pending.email })}
    >
      <CodeForm
        key={isRecovery ? "recovery" : "code"}
        kind={isRecovery ? "recovery" : "code"}
        action={isRecovery ? enterRecoveryCodeAction : enterCodeAction}
        to={to}
      />
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-xs">
        <Link href={`/sign-in/code?${other}`}>{t(isRecovery ? "useCode" : "useRecovery")}</Link>
        <Link href={`/sign-in?${new URLSearchParams({ to })}`}>{t("startAgain")}</Link>
      </p>
    </AuthFrame>
  );
}
