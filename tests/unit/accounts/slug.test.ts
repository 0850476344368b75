import { describe, expect, it } from "vitest";
import { slugCandidates, slugOf } from "#lib/accounts/slug.ts";

describe("slugOf", () => {
  it.each([
    ["Müller & Söhne", "muller-sohne"],
    ["  Alder + Finch  ", "alder-finch"],
    ["日本", "workspace"],
    ["--", "workspace"],
    ["x".repeat(80), "x".repeat(48)],
  ])("makes %j into %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe("slugCandidates", () => {
  it("tries the slug itself, then with a number, never longer than 48", () => {
    expect(slugCandidates("north").slice(0, 3)).toEqual(["north", "north-2", "north-3"]);
    const long = slugCandidates("x".repeat(48));
    expect(Math.max(...long.map(({ length }) => length))).toBe(48);
    expect(new Set(long).size).toBe(100);
  });
});
