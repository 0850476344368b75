"use client";

import { useEffect, useState } from "react";
// The whole of zod would be a tenth of a page’s script.
import * as z from "zod/mini";

// Its fast path makes code from text, which the policy of our pages refuses.
z.config({ jitless: true });

const PAUSE_MS = 150;
const LEAST_LETTERS = 2;

const Found = z.object({
  customers: z.array(
    z.object({
      id: z.string(),
      externalId: z.string(),
      name: z.nullable(z.string()),
      segment: z.nullable(z.string()),
      isNear: z.boolean(),
    }),
  ),
});
export type FoundCustomers = z.output<typeof Found>["customers"];

export type Search = {
  /** What they were found for; null while nothing is looked for */
  text: string | null;
  customers: FoundCustomers;
  hasFailed: boolean;
};

const NOTHING: Search = { text: null, customers: [], hasFailed: false };

/** Customers that begin with a text, asked for after a pause; the last question wins. */
export function useFoundCustomers(slug: string, text: string): Search {
  const [search, setSearch] = useState(NOTHING);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < LEAST_LETTERS) {
      setSearch(NOTHING);
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(async () => {
      const found = await find(slug, wanted, control.signal);
      if (!control.signal.aborted) setSearch({ text: wanted, ...found });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [slug, wanted]);
  return search;
}

async function find(
  slug: string,
  text: string,
  signal: AbortSignal,
): Promise<Omit<Search, "text">> {
  try {
    const answer = await fetch(`/w/${slug}/search?q=${encodeURIComponent(text)}`, { signal });
    if (!answer.ok) return { customers: [], hasFailed: true };
    return { ...Found.parse(await answer.json()), hasFailed: false };
  } catch {
    // No network, or a newer question: the palette says that it could not look.
    return { customers: [], hasFailed: true };
  }
}
