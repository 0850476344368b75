/** A page somebody was on. */
export type RecentPlace = { href: string; title: string };

const MOST_PLACES = 5;

/** The places with one more in front; each once, five at most. */
export function addPlace(
  places: readonly RecentPlace[],
  place: RecentPlace,
): readonly RecentPlace[] {
  const others = places.filter(({ href }) => href !== place.href);
  return [place, ...others].slice(0, MOST_PLACES);
}

/** What this tab remembers of a workspace. In the tab only: titles hold names of customers. */
export function readPlaces(slug: string): readonly RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    // A browser that keeps no storage has no recent places.
    return [];
  }
}

/** Remember a place of a workspace in this tab. */
export function rememberPlace(slug: string, place: RecentPlace): void {
  try {
    sessionStorage.setItem(keyOf(slug), JSON.stringify(addPlace(readPlaces(slug), place)));
  } catch {
    // As above.
  }
}

/** Forget everything on the way out. */
export function forgetPlaces(): void {
  try {
    sessionStorage.clear();
  } catch {
    // As above.
  }
}

function isPlace(value: unknown): value is RecentPlace {
  if (typeof value !== "object" || value === null) return false;
  return "href" in value && "title" in value && [value.href, value.title].every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function keyOf(slug: string): string {
  return `recent:${slug}`;
}
