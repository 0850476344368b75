"use client";

import { useEffect, useRef } from "react";
import { readKey, SEQUENCE_MS, type ShortcutId } from "./shortcuts.ts";

const TYPING =
  "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";
/** What takes letters for itself while it is open. */
const BUSY = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=grid]";

export type ShortcutOptions = {
  /** Whether keys of one letter count; Ctrl or ⌘ with K always does */
  hasSingleKeys: boolean;
  /** Says whether it did something; the key is left alone otherwise */
  onShortcut: (id: ShortcutId) => boolean;
};

/** Listens to the keys of the page: never while somebody types, or is in a menu or a dialog. */
export function useShortcuts({ hasSingleKeys, onShortcut }: ShortcutOptions): void {
  const before = useRef<{ key: string; at: number } | null>(null);
  const run = useRef(onShortcut);
  useEffect(() => {
    run.current = onShortcut;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = meaningOf(event, hasSingleKeys ? before : null);
      if (id && run.current(id)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [hasSingleKeys]);
}

function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/** `before` is null where keys of one letter do not count. */
function meaningOf(event: KeyboardEvent, before: Before | null): ShortcutId | null {
  if (event.defaultPrevented || event.isComposing) return null;
  if (isPaletteKey(event)) return "palette";
  return before ? singleKey(event, before) : null;
}

type Before = { current: { key: string; at: number } | null };

function singleKey(event: KeyboardEvent, before: Before): ShortcutId | null {
  const { key, ctrlKey, metaKey, altKey, target, timeStamp } = event;
  if ([ctrlKey, metaKey, altKey, key.length !== 1, isTaken(target)].some(Boolean)) return null;
  const last = before.current;
  const isSoon = last !== null && timeStamp - last.at < SEQUENCE_MS;
  const meaning = readKey(isSoon ? last.key : null, key.toLowerCase());
  before.current = meaning === "begun" ? { key: key.toLowerCase(), at: timeStamp } : null;
  return meaning === "begun" ? null : meaning;
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && (target.matches(TYPING) || target.closest(BUSY) !== null);
}
