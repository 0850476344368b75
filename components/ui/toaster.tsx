"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { toastNeed } from "./toast-need.ts";

const ToastStack = lazy(async () => ({ default: (await import("./toast-stack.tsx")).ToastStack }));

/** Where toasts appear: one of it in the frame of a page. It weighs nothing until the first one. */
export function Toaster() {
  const isNeeded = useSyncExternalStore(toastNeed.subscribe, toastNeed.read, toastNeed.onServer);
  return (
    isNeeded && (
      <Suspense>
        <ToastStack />
      </Suspense>
    )
  );
}
