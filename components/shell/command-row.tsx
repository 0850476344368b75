"use client";

import {
  ArrowRight,
  Building2,
  Clock,
  Keyboard,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Plus,
  Sun,
  UserRound,
} from "lucide-react";
import { Fragment } from "react";
import { MenuItem } from "react-aria-components/Menu";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { type Command, type CommandIcon, markParts } from "./commands.ts";

const ICONS: Record<CommandIcon, LucideIcon> = {
  recent: Clock,
  customer: UserRound,
  create: Plus,
  go: ArrowRight,
  switch: Building2,
  light: Sun,
  dark: Moon,
  system: Monitor,
  keys: Keyboard,
  signOut: LogOut,
};

export type CommandRowProps = {
  command: Command;
  /** What was typed, to be marked in the label */
  text: string;
};

/** One line of the palette: what it is, what was found in it, and the keys that lead there too. */
export function CommandRow({ command, text }: CommandRowProps) {
  const { id, label, detail, icon, keys = [] } = command;
  const Icon = ICONS[icon];
  const [before, match, after] = markParts(label, text);
  return (
    <MenuItem id={id} textValue={label} className={ROW}>
      <Icon aria-hidden="true" className="text-muted in-data-[focused]:text-primary" />
      <span className="min-w-0 truncate">
        {before}
        {match && <mark className={MARK}>{match}</mark>}
        {after}
      </span>
      {detail && <span className="min-w-0 truncate text-xs text-muted">{detail}</span>}
      <span aria-hidden="true" className="ms-auto flex shrink-0 gap-3 max-sm:hidden">
        {keys.map((key) => (
          <Fragment key={key}>
            <KeyCap>{key.toUpperCase()}</KeyCap>
          </Fragment>
        ))}
      </span>
    </MenuItem>
  );
}

const ROW =
  "group flex h-11 cursor-pointer items-center gap-3 rounded-sm px-3 outline-none data-[focused]:bg-raised " +
  "forced-colors:data-[focused]:bg-primary forced-colors:data-[focused]:text-on-primary";
const MARK = "bg-transparent font-semibold text-primary";
