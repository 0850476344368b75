"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A ref for a form: whenever the server's `answer` changes and marks fields, the first of them gets the focus. */
export function useFirstBadField(answer: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!answer) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [answer]);
  return form;
}
