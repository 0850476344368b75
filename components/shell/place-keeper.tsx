"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { rememberPlace } from "./recent-places.ts";

export type PlaceKeeperProps = { slug: string };

/** The title comes a moment after the page. */
const PAUSE_MS = 300;

/** After each way to another page: the focus is somewhere, and the palette knows where this person was. */
export function PlaceKeeper({ slug }: PlaceKeeperProps) {
  const pathname = usePathname();
  // A page that was just loaded begins where the browser begins: its first stop is the skip link.
  const loaded = useRef(pathname);
  useEffect(() => {
    const timer = setTimeout(() => {
      rememberPlace(slug, { href: pathname, title: titleOfPage() });
      if (pathname !== loaded.current) rescueFocus();
      loaded.current = "";
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [slug, pathname]);
  return null;
}

/** "Greta Petrov · Customer": what the page is about, and the kind of page where that says more. */
function titleOfPage(): string {
  const heading = document.querySelector("main h1")?.textContent ?? "";
  const kind = document.title.split(" · ")[0] ?? "";
  return [...new Set([heading, kind])].filter(Boolean).join(" · ");
}

function rescueFocus(): void {
  if (document.activeElement !== document.body) return;
  document.getElementById("main")?.focus({ preventScroll: true });
}
