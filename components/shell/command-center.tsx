"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { applyTheme } from "./apply-theme.ts";
import type { Command } from "./commands.ts";
import { focusFilter, focusSearch, moveRow, pressCreate, toggleRow } from "./list-keys.ts";
import type { PalettePlaces } from "./palette-commands.ts";
import { forgetPlaces } from "./recent-places.ts";
import type { ShortcutId } from "./shortcuts.ts";
import { themeOf } from "./theme.ts";
import { useControlKey } from "./use-control-key.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const loadPalette = () => import("./command-palette.tsx").then((module) => module.CommandPalette);
const CommandPalette = dynamic(loadPalette, { ssr: false });
const ShortcutsDialog = dynamic(
  () => import("./shortcuts-dialog.tsx").then((module) => module.ShortcutsDialog),
  { ssr: false },
);

export type CommandCenterProps = {
  places: PalettePlaces;
  hasSingleKeys: boolean;
  saveTheme: FormAction<void>;
  signOut: () => Promise<void>;
};

/** The button that finds and does everything, and the keys of the page. What it opens is fetched when it is opened. */
export function CommandCenter(props: CommandCenterProps) {
  const { places, hasSingleKeys, saveTheme, signOut } = props;
  const t = useTranslations("shell");
  const router = useRouter();
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const go = (href: string) => {
    router.push(href);
    return true;
  };
  const show = (what: "palette" | "help") => {
    setOpen(what);
    return true;
  };
  const run = (command: Command) => {
    if (command.href) go(command.href);
    else if (command.id.startsWith("theme."))
      applyTheme(themeOf(command.id.slice("theme.".length)), saveTheme);
    else if (command.id === "help") show("help");
    else if (command.id === "signOut") {
      forgetPlaces();
      startTransition(signOut);
    }
  };
  const controlKey = useControlKey();
  useShortcuts({
    hasSingleKeys,
    onShortcut: (id) => runShortcut(id, { places, go, show }),
  });
  return (
    <>
      <Button
        aria-keyshortcuts="Control+K Meta+K"
        onPress={() => setOpen("palette")}
        onHoverStart={() => void loadPalette()}
        onFocus={() => void loadPalette()}
        className={FIND}
      >
        <Search />
        <span className="text-start leading-tight whitespace-normal max-lg:sr-only">
          {t("palette.title")}
        </span>
        <span aria-hidden="true" className="ms-auto max-lg:hidden">
          <KeyCap>{`${controlKey} K`}</KeyCap>
        </span>
      </Button>
      {open === "palette" && (
        <CommandPalette places={places} onRun={run} onClose={() => setOpen(null)} />
      )}
      {open === "help" && (
        <ShortcutsDialog hasSingleKeys={hasSingleKeys} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

type Means = {
  places: PalettePlaces;
  go: (href: string) => boolean;
  show: (what: "palette" | "help") => boolean;
};

function runShortcut(id: ShortcutId, { places, go, show }: Means): boolean {
  switch (id) {
    case "palette":
    case "help":
      return show(id);
    case "search":
      return focusSearch() || show("palette");
    case "filter":
      return focusFilter();
    case "create":
      return pressCreate() || (places.importHref !== null && go(places.importHref));
    case "next":
      return moveRow(1);
    case "previous":
      return moveRow(-1);
    case "choose":
      return toggleRow();
    case "open":
      return false;
    default: {
      const entry = places.entries.find(({ key }) => id === `go.${key}`);
      return entry !== undefined && go(`/w/${places.workspace.slug}${entry.path}`);
    }
  }
}

const FIND =
  "max-lg:border-transparent max-lg:px-0! max-lg:w-11 sm:max-lg:w-8 lg:w-[min(15rem,22vw)] lg:justify-start lg:px-2! " +
  "text-xs font-normal! text-muted";
