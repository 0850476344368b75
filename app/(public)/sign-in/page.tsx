import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Mark } from "#components/shell/mark.tsx";
import { OidcButton } from "#components/sign-in/oidc-button.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { ThreeLines } from "#components/sign-in/three-lines.tsx";
import { oidcProblemOf } from "#lib/auth/oidc/problems.ts";
import { findOidcProvider } from "#lib/auth/oidc/provider.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import { signInAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

type Props = Readonly<{
  searchParams: Promise<{ to?: string | string[]; oidc?: string | string[] }>;
}>;

export default async function SignInPage({ searchParams }: Props) {
  if (await findSignedIn()) redirect("/");
  const [{ to, oidc }, t, common] = await Promise.all([
    searchParams,
    getTranslations("signIn"),
    getTranslations("common"),
  ]);
  const provider = findOidcProvider();
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <main id="main" className="flex flex-col px-4 py-8 sm:px-10">
        <p className="flex items-center gap-2 text-md font-semibold">
          <Mark size={28} />
          {common("appName")}
        </p>
        <div className="m-auto w-full max-w-90 py-10">
          <h1 className="text-2xl">{t("title")}</h1>
          <p className="mt-1 text-muted">{t("purpose")}</p>
          <SignInForm action={signInAction} to={typeof to === "string" ? to : "/"} />
          {provider && (
            <OidcButton
              name={provider.name}
              to={typeof to === "string" ? to : "/"}
              problem={oidcProblemOf(oidc)}
            />
          )}
          <p className="mt-6 text-xs text-muted">{t("hint")}</p>
        </div>
      </main>
      <aside className="hidden flex-col justify-center border-s border-hairline bg-canvas p-16 lg:flex">
        <div className="mx-auto w-full max-w-128">
          <ThreeLines />
          <h2 className="mt-6 max-w-[24ch] text-2xl">{t("claim")}</h2>
          <p className="mt-2 max-w-[48ch] text-md text-muted">{t("claimText")}</p>
        </div>
      </aside>
    </div>
  );
}
