"use client";

import { type RefObject, useLayoutEffect } from "react";

/**
 * Moves the focus into `target` when it appears, and back when it goes. What was there on loading stays unfocused; when
 * the opener is gone too, the focus goes to the content of the page.
 */
export function useFocusReturn(target: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = target.current;
    const opener = document.activeElement;
    const isOpened = opener instanceof HTMLElement && opener !== document.body;
    if (isOpened) element?.focus({ preventScroll: true });
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const back = isOpened && opener.isConnected ? opener : document.getElementById("main");
      back?.focus({ preventScroll: true });
    };
  }, [target]);
}
