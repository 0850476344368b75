import type { useTranslations } from "next-intl";
import type { Command } from "./commands.ts";
import type { NavEntry } from "./nav-entries.ts";
import type { RecentPlace } from "./recent-places.ts";
import { keysOf } from "./shortcuts.ts";
import { THEMES } from "./theme.ts";
import type { FoundCustomers } from "./use-found-customers.ts";

/** What the palette is made from: what this member may do and where this member may go. */
export type PalettePlaces = {
  workspace: { slug: string; name: string };
  workspaces: readonly { slug: string; name: string }[];
  entries: readonly NavEntry[];
  /** Pages below the sections, by the words of their tabs */
  pages: readonly { href: string; label: string; section: string }[];
  /** null for those who may not import */
  importHref: string | null;
};

type Shell = ReturnType<typeof useTranslations<"shell">>;

/** Everything the palette can do without asking the server, in order. */
export function standingCommands(
  { workspace, workspaces, entries, pages, importHref }: PalettePlaces,
  t: Shell,
): readonly Command[] {
  return [
    ...(importHref ? [newImport(importHref, t)] : []),
    ...entries.map((entry) => goTo(entry, workspace.slug, t)),
    ...pages.map(({ href, label, section }) => ({
      id: `page.${href}`,
      group: "go" as const,
      label,
      detail: section,
      icon: "go" as const,
      href,
    })),
    ...workspaces
      .filter(({ slug }) => slug !== workspace.slug)
      .map(({ slug, name }) => switchTo(slug, name, t)),
    ...THEMES.map((theme) => ({
      id: `theme.${theme}`,
      group: "look" as const,
      label: t(`palette.theme.${theme}`),
      icon: theme,
    })),
    {
      id: "help",
      group: "look",
      label: t("shortcuts.help"),
      icon: "keys",
      keys: keysOf("help"),
    },
    { id: "signOut", group: "look", label: t("signOut"), icon: "signOut" },
  ];
}

/** Where this person was, the last first. */
export function recentCommands(places: readonly RecentPlace[]): readonly Command[] {
  return places.map(({ href, title }) => ({
    id: `recent.${href}`,
    group: "recent",
    label: title,
    icon: "recent",
    href,
  }));
}

/** The customers a search found. */
export function customerCommands(
  customers: FoundCustomers,
  slug: string,
  segmentName: (segment: string) => string,
): readonly Command[] {
  return customers.map(({ id, externalId, name, segment }) => ({
    id: `customer.${id}`,
    group: "customers",
    label: name ?? externalId,
    detail: [name && externalId, segment && segmentName(segment)].filter(Boolean).join(" · "),
    icon: "customer",
    href: `/w/${slug}/customers/${id}`,
  }));
}

function newImport(href: string, t: Shell): Command {
  return {
    id: "create.import",
    group: "do",
    label: t("palette.newImport"),
    words: t("palette.newImportWords"),
    icon: "create",
    keys: keysOf("create"),
    href,
  };
}

function goTo({ key, path }: NavEntry, slug: string, t: Shell): Command {
  const href = `/w/${slug}${path}`;
  return {
    id: `go.${key}`,
    group: "go",
    label: t(key),
    icon: "go",
    keys: keysOf(`go.${key}`),
    href,
  };
}

function switchTo(slug: string, name: string, t: Shell): Command {
  const words = t("palette.switchWords");
  return {
    id: `switch.${slug}`,
    group: "switch",
    label: name,
    words,
    icon: "switch",
    href: `/w/${slug}`,
  };
}
