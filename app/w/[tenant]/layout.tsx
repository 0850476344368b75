import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { VerifyBanner } from "#components/account/verify-banner.tsx";
import { recordsHref, seenKinds } from "#components/records/record-places.ts";
import { settingsTabs } from "#components/settings/settings-tabs.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import { entriesFor } from "#components/shell/nav-entries.ts";
import { Providers } from "#components/shell/providers.tsx";
import { themeOf } from "#components/shell/theme.ts";
import { isOperator } from "#lib/auth/operators.ts";
import { findSignedIn, requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { THEME_COOKIE } from "#lib/format/look-cookies.ts";
import { isMailOn } from "#lib/mail/index.ts";
import { sendVerificationAction, setThemeAction } from "./account/actions.ts";
import { signOutAction } from "./actions.ts";

type Props = Readonly<{ children: ReactNode; params: Promise<{ tenant: string }> }>;

/** Names the workspace to those who may know it; the layout itself turns strangers away. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ tenant }, person] = await Promise.all([params, findSignedIn()]);
  const workspace = person?.workspaces.find(({ slug }) => slug === tenant);
  return workspace
    ? { title: { default: workspace.name, template: `%s · ${workspace.name}` } }
    : {};
}

export default async function WorkspaceLayout({ children, params }: Props) {
  const session = await requireSession((await params).tenant);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Providers locale={session.formats.locale}>
      <AppShell
        workspace={{ slug: session.workspace.slug, name: session.workspace.name }}
        workspaces={session.person.workspaces}
        entries={entriesFor(session.permissions)}
        member={{
          name: session.actor.name,
          email: session.actor.email,
          isOperator: isOperator(session.person),
        }}
        theme={theme}
        saveTheme={setThemeAction}
        pages={await pagesOf(session)}
        importHref={
          session.permissions.has("import:write")
            ? `/w/${session.workspace.slug}/data/imports/new`
            : null
        }
        hasSingleKeys={session.person.preferences.hasSingleKeys}
        signOut={signOutAction}
      >
        {!session.person.isEmailVerified && isMailOn() && (
          <VerifyBanner email={session.person.email} sendAgain={sendVerificationAction} />
        )}
        {children}
      </AppShell>
    </Providers>
  );
}

/** The pages below the sections that this member may open. */
async function pagesOf({ workspace, permissions }: MemberSession) {
  const [records, settings, account] = await Promise.all([
    getTranslations("records"),
    getTranslations("settings"),
    getTranslations("account"),
  ]);
  const base = `/w/${workspace.slug}`;
  const tabs = settingsTabs(permissions).filter(({ path }) => path !== "");
  return [
    ...seenKinds(permissions).map((kind) => ({
      href: recordsHref(workspace.slug, kind),
      label: records(`kind_${kind}`),
      section: records("records"),
    })),
    ...tabs.map(({ key, path }) => ({
      href: `${base}/settings${path}`,
      label: settings(`tabs.${key}`),
      section: settings("title"),
    })),
    { href: `${base}/account`, label: account("profile"), section: account("title") },
    { href: `${base}/account/security`, label: account("security"), section: account("title") },
  ];
}
