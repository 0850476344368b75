"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** What the key beside K is called on this computer. */
export function useControlKey(): "Ctrl" | "⌘" {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
