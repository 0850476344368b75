const LONGEST = 48;
const MOST_TRIES = 100;

/** The part of the address made from a name: "Müller & Söhne" becomes "muller-sohne". */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return slug || "workspace";
}

/** What to try when a slug is taken: itself, then with 2, 3 and so on, never longer than 48. */
export function slugCandidates(slug: string): string[] {
  return Array.from({ length: MOST_TRIES }, (_, index) =>
    index === 0 ? slug : `${slug.slice(0, LONGEST - 4)}-${index + 1}`,
  );
}
