"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page has come to life: before that, and without JavaScript, a field is a plain one of the browser. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
