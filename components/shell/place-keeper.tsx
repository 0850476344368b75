"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { rememberPlace } from "./recent-places.ts";

export type PlaceKeeperProps = { slug: string };

/** After each way to another page: the focus is somewhere, and the palette knows where this person was. */
export function PlaceKeeper({ slug }: PlaceKeeperProps) {
  const pathname = usePathname();
  useEffect(() => {
    // The title comes a moment after the page.
    const timer = setTimeout(() => {
      rememberPlace(slug, { href: pathname, title: document.title.split(" · ")[0] ?? pathname });
      if (document.activeElement === document.body) {
        document.getElementById("main")?.focus({ preventScroll: true });
      }
    }, 300);
    return () => clearTimeout(timer);
  }, [slug, pathname]);
  return null;
}
