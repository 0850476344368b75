import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Toaster } from "#components/ui/toaster.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { AccountMenu } from "./account-menu.tsx";
import { CommandCenter } from "./command-center.tsx";
import type { NavEntry } from "./nav-entries.ts";
import { NavLinks } from "./nav-links.tsx";
import type { PalettePlaces } from "./palette-commands.ts";
import { PhoneBar } from "./phone-bar.tsx";
import { PlaceKeeper } from "./place-keeper.tsx";
import { SkipLink } from "./skip-link.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import { WorkspaceSwitcher } from "./workspace-switcher.tsx";

type Place = { slug: string; name: string };

export type AppShellProps = {
  workspace: Place;
  workspaces: readonly Place[];
  entries: readonly NavEntry[];
  member: { name: string; email: string; isOperator: boolean };
  theme: Theme;
  saveTheme: FormAction<void>;
  /** Pages below the sections, for the palette */
  pages: PalettePlaces["pages"];
  /** null for those who may not import */
  importHref: string | null;
  /** Whether keys of one letter work for this person */
  hasSingleKeys: boolean;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** The frame of a workspace: side bar, top bar, and on a phone the bar at the foot. */
export function AppShell(props: AppShellProps) {
  const { member, theme, saveTheme, signOut, hasSingleKeys, children, ...places } = props;
  const { pages, importHref } = places;
  const t = useTranslations("shell");
  const { workspace, workspaces, entries } = places;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block print:min-h-0">
      <SkipLink />
      <SideBar {...places} />
      <div className="relative min-w-0">
        <header className={TOP_BAR}>
          <div className="lg:hidden">
            <WorkspaceSwitcher isCompact current={workspace} workspaces={workspaces} />
          </div>
          <div className="ms-auto flex items-center gap-1">
            <CommandCenter
              places={{ workspace, workspaces, entries, pages, importHref }}
              hasSingleKeys={hasSingleKeys}
              saveTheme={saveTheme}
              signOut={signOut}
            />
            <ThemeSwitch theme={theme} save={saveTheme} />
            <AccountMenu {...member} href={`/w/${workspace.slug}/account`} signOut={signOut} />
          </div>
        </header>
        <p className="hidden text-2xs text-muted print:block">{workspace.name}</p>
        <main id="main" tabIndex={-1} className="page page-stack outline-none">
          {children}
        </main>
      </div>
      <nav aria-label={t("phoneNavigation")} className={FOOT_BAR}>
        <PhoneBar slug={workspace.slug} entries={entries} />
      </nav>
      <Toaster />
      <PlaceKeeper slug={workspace.slug} />
    </div>
  );
}

type SideBarProps = Pick<AppShellProps, "workspace" | "workspaces" | "entries">;

function SideBar({ workspace, workspaces, entries }: SideBarProps) {
  const t = useTranslations("shell");
  return (
    <div className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-e border-hairline bg-canvas lg:flex">
      <div className="flex h-14 shrink-0 items-center px-1.5">
        <WorkspaceSwitcher current={workspace} workspaces={workspaces} />
      </div>
      <nav aria-label={t("mainNavigation")} className="px-3 py-2">
        <NavLinks slug={workspace.slug} entries={entries.filter((entry) => !entry.isAtFoot)} />
      </nav>
      <nav
        aria-label={t("footNavigation")}
        className="mt-auto border-t border-hairline px-3 pt-2 pb-3"
      >
        <NavLinks slug={workspace.slug} entries={entries.filter((entry) => entry.isAtFoot)} />
      </nav>
    </div>
  );
}

// On a phone buttons grow with the text only as far as all of them and the way back have room.
const TOP_BAR =
  "no-print flex h-14 items-center gap-1 border-b border-hairline ps-1.5 pe-2 max-sm:[&_button]:max-w-[48px] lg:px-8";
const FOOT_BAR =
  "no-print fixed inset-x-0 bottom-0 z-10 border-t border-hairline bg-surface lg:hidden";
