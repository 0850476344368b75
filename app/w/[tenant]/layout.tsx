import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "#components/shell/app-shell.tsx";
import { entriesFor } from "#components/shell/nav-entries.ts";
import { THEME_COOKIE, themeOf } from "#components/shell/theme.ts";
import { requireSession } from "#lib/auth/session.ts";
import { signOutAction } from "./actions.ts";

type Props = Readonly<{ children: ReactNode; params: Promise<{ tenant: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireSession((await params).tenant);
  return { title: { default: workspace.name, template: `%s · ${workspace.name}` } };
}

export default async function WorkspaceLayout({ children, params }: Props) {
  const session = await requireSession((await params).tenant);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AppShell
      workspace={{ slug: session.workspace.slug, name: session.workspace.name }}
      workspaces={session.workspaces}
      entries={entriesFor(session.permissions)}
      member={{ name: session.actor.name, email: session.actor.email }}
      theme={theme}
      signOut={signOutAction}
    >
      {children}
    </AppShell>
  );
}
