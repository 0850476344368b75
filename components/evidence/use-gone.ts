"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { type GoneEntry, goneEntry } from "./gone-entry.ts";

export type Gone = {
  /** A ref for what holds the list, and a line that says what went, with tabIndex -1 */
  place: RefObject<HTMLDivElement | null>;
  /** The key of the one that went last; null before, and once it is there again */
  gone: string | null;
};

/**
 * Which entry of a list went last, by its key. The focus that went with it goes to the control of the next one, which `control` selects,
 * and without a next one to the line with role "status".
 *
 * @param wasTaken Whether one that is not there can have been taken by hand: of a list with an end, the last one may only have made room
 */
export function useGone(
  keys: readonly string[],
  control: string,
  wasTaken: (key: string) => boolean = () => true,
): Gone {
  const place = useRef<HTMLDivElement>(null);
  const [known, setKnown] = useState(keys);
  const [last, setLast] = useState<GoneEntry | null>(null);
  if (keys.join("\n") !== known.join("\n")) {
    setKnown(keys);
    setLast(goneEntry(known, keys, wasTaken));
  }
  useLayoutEffect(() => {
    if (last === null || (document.activeElement ?? document.body) !== document.body) return;
    const controls = place.current?.querySelectorAll<HTMLElement>(control) ?? [];
    const next = controls[Math.min(last.at, controls.length - 1)];
    (next ?? place.current?.querySelector<HTMLElement>("[role='status']"))?.focus();
  }, [last, control]);
  return { place, gone: last?.key ?? null };
}
