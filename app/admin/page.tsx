import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdministrationView } from "#components/operations/administration-view.tsx";
import { Providers } from "#components/shell/providers.tsx";
import { themeOf } from "#components/shell/theme.ts";
import { isOperator } from "#lib/auth/operators.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import { THEME_COOKIE } from "#lib/format/look-cookies.ts";
import { getAdministration } from "#lib/operations/index.ts";
import { discardDeadJobAction, retryDeadJobAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations");
  return { title: t("title"), robots: { index: false } };
}

/** For those whom OPERATORS names; for everybody else there is no such page. */
export default async function AdministrationPage() {
  const person = await findSignedIn();
  if (!isOperator(person)) notFound();
  const { locale, timeZone } = person.preferences;
  return (
    <Providers locale={locale ?? "en"}>
      <AdministrationView
        administration={await getAdministration()}
        locale={locale ?? "en"}
        timeZone={timeZone ?? "UTC"}
        now={new Date().toISOString()}
        home={person.workspaces[0] ? `/w/${person.workspaces[0].slug}` : "/"}
        theme={themeOf((await cookies()).get(THEME_COOKIE)?.value)}
        retry={retryDeadJobAction}
        discard={discardDeadJobAction}
      />
    </Providers>
  );
}
