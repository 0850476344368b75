"use client";

import { type RefObject, useLayoutEffect } from "react";

/** Keeps `--room` of an element at the height between its top and the foot of the window, so that its own foot stays in sight. */
export function useRoomBelow(target: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = target.current;
    const measure = () => {
      const top = Math.max(0, element?.getBoundingClientRect().top ?? 0);
      element?.style.setProperty("--room", `${window.innerHeight - top}px`);
    };
    measure();
    window.addEventListener("scroll", measure, { passive: true });
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("scroll", measure);
      window.removeEventListener("resize", measure);
    };
  }, [target]);
}
