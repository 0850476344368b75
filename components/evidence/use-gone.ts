"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export type Gone = {
  /** A ref for what holds the list, and a line that says what went, with tabIndex -1 */
  place: RefObject<HTMLDivElement | null>;
  /** The key of the one that went last; null before, and once it is there again */
  gone: string | null;
};

/**
 * Which entry of a list went last, by its key. The focus that went with it goes to the control of the next one, which `control` selects,
 * and without a next one to the line with role "status".
 */
export function useGone(keys: readonly string[], control: string): Gone {
  const place = useRef<HTMLDivElement>(null);
  const [known, setKnown] = useState(keys);
  const [last, setLast] = useState<{ key: string; at: number } | null>(null);
  if (keys.join("\n") !== known.join("\n")) {
    setKnown(keys);
    setLast(goneOf(known, keys));
  }
  useLayoutEffect(() => {
    if (last === null || (document.activeElement ?? document.body) !== document.body) return;
    const controls = place.current?.querySelectorAll<HTMLElement>(control) ?? [];
    const next = controls[Math.min(last.at, controls.length - 1)];
    (next ?? place.current?.querySelector<HTMLElement>("[role='status']"))?.focus();
  }, [last, control]);
  return { place, gone: last?.key ?? null };
}

/** The one that is missing; of several none was taken by hand. */
function goneOf(before: readonly string[], now: readonly string[]) {
  const [key, ...more] = before.filter((each) => !now.includes(each));
  return key === undefined || more.length > 0 ? null : { key, at: before.indexOf(key) };
}
