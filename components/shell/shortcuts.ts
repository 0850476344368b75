import type { NavEntry } from "./nav-entries.ts";

/** What a key can do; the words are messages `shell.shortcuts.<id>`. */
export type ShortcutId =
  | "palette"
  | "help"
  | "search"
  | "filter"
  | "create"
  | "next"
  | "previous"
  | "choose"
  | "open"
  | `go.${NavEntry["key"]}`;

export type Shortcut = {
  id: ShortcutId;
  /** Keys one after the other, as `KeyboardEvent.key` in lower case */
  keys: readonly string[];
  group: "everywhere" | "go" | "list";
};

/** Every key of one letter or sign. Ctrl or ⌘ with K is no such key: it always works, and so does Enter on a link. */
export const SHORTCUTS: readonly Shortcut[] = [
  { id: "help", keys: ["?"], group: "everywhere" },
  { id: "search", keys: ["/"], group: "everywhere" },
  { id: "create", keys: ["c"], group: "everywhere" },
  { id: "go.home", keys: ["g", "h"], group: "go" },
  { id: "go.lookup", keys: ["g", "u"], group: "go" },
  { id: "go.customers", keys: ["g", "c"], group: "go" },
  { id: "go.segments", keys: ["g", "e"], group: "go" },
  { id: "go.needs", keys: ["g", "n"], group: "go" },
  { id: "go.personae", keys: ["g", "p"], group: "go" },
  { id: "go.listening", keys: ["g", "l"], group: "go" },
  { id: "go.value", keys: ["g", "v"], group: "go" },
  { id: "go.data", keys: ["g", "d"], group: "go" },
  { id: "go.settings", keys: ["g", "s"], group: "go" },
  { id: "filter", keys: ["f"], group: "list" },
  { id: "next", keys: ["j"], group: "list" },
  { id: "previous", keys: ["k"], group: "list" },
  { id: "choose", keys: ["x"], group: "list" },
];

/** How long the second key of two may take. */
export const SEQUENCE_MS = 1_500;

/** What a key means after the one before: a shortcut, the beginning of one, or nothing. */
export function readKey(before: string | null, key: string): ShortcutId | "begun" | null {
  const pressed = before === null ? [key] : [before, key];
  const whole = SHORTCUTS.find(({ keys }) => isSame(keys, pressed));
  if (whole) return whole.id;
  const isBeginning = SHORTCUTS.some(
    ({ keys }) => keys.length > pressed.length && isSame(keys.slice(0, pressed.length), pressed),
  );
  if (isBeginning) return "begun";
  return before === null ? null : readKey(null, key);
}

/** The keys of a shortcut as they are printed. */
export function keysOf(id: ShortcutId): readonly string[] {
  return SHORTCUTS.find((shortcut) => shortcut.id === id)?.keys ?? [];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, at) => key === others[at]);
}
