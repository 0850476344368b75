/** One line of the palette. */
export type Command = {
  id: string;
  group: CommandGroup;
  label: string;
  /** Muted, beside the label */
  detail?: string;
  icon: CommandIcon;
  /** Printed at the end */
  keys?: readonly string[];
  /** Other words it is found by */
  words?: string;
  /** A place to go; without it `id` says what is done */
  href?: string;
};

/** In the order they stand in. */
export const COMMAND_GROUPS = ["recent", "customers", "do", "go", "switch", "look"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export type CommandIcon =
  | "recent"
  | "customer"
  | "create"
  | "go"
  | "switch"
  | "light"
  | "dark"
  | "system"
  | "keys"
  | "signOut";

/** Commands that hold every word of `text`, those that begin with it first; all of them for no text. */
export function matchCommands(commands: readonly Command[], text: string): readonly Command[] {
  const wanted = plain(text).split(" ").filter(Boolean);
  if (wanted.length === 0) return commands;
  const found = commands.filter((command) => {
    const words = plain([command.label, command.detail, command.words].filter(Boolean).join(" "));
    return wanted.every((word) => words.includes(word));
  });
  const first = wanted[0] ?? "";
  const isFirst = ({ label }: Command) => (plain(label).startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => isFirst(a) - isFirst(b));
}

/** A label in parts, so that what was typed can be marked; parts at odd places match. */
export function markParts(label: string, text: string): readonly string[] {
  const wanted = text.trim();
  const at = wanted === "" ? -1 : plain(label).indexOf(plain(wanted));
  // Where an accent took more than one sign the places differ: then nothing is marked.
  if (at < 0 || plain(label).length !== label.length) return [label];
  const end = at + wanted.length;
  return [label.slice(0, at), label.slice(at, end), label.slice(end)];
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
