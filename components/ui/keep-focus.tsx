"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";

export type KeepFocusProps = {
  /** Changes when other things stand in this place: "open", "closed" */
  state: string;
  /** What stands here now, read out with the focus */
  label: string;
  children: ReactNode;
  className?: string;
};

/** Takes the focus when what had it went away with the former state, so that nobody begins at the top of the page again. */
export function KeepFocus({ state, label, children, className }: KeepFocusProps) {
  const place = useRef<HTMLDivElement>(null);
  const former = useRef(state);
  useLayoutEffect(() => {
    if (former.current === state) return;
    former.current = state;
    if (document.activeElement === null || document.activeElement === document.body)
      place.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div ref={place} role="group" tabIndex={-1} aria-label={label} className={className}>
      {children}
    </div>
  );
}
