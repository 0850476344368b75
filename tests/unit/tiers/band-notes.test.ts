import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { bandNotes } from "#components/tiers/band-notes.ts";
import tiers from "#lib/format/messages/en/tiers.json";

const t = createTranslator({ locale: "en", messages: { tiers } });

function words(value: Parameters<typeof bandNotes>[0]): string {
  return bandNotes(value)
    .map((note) => t(`tiers.standing.${note}`, { value: "€900", count: 1200, customers: "1,200" }))
    .join("; ");
}

describe("the words beside the band of a value", () => {
  it("say why the mean may lie above the band", () => {
    expect(words({ expectedMinor: 90_000, isAboveBand: true })).toBe(
      "expected €900; most likely so, while the average lies above the band, as a few will bring much more; 80 % band; n = 1,200 customers in the fit",
    );
  });

  it("say it also where the role may not read the mean", () => {
    expect(bandNotes({ expectedMinor: null, isAboveBand: true })).toEqual([
      "aboveBand",
      "bandNote",
    ]);
  });

  it("say nothing of it where the mean lies within", () => {
    expect(words({ expectedMinor: null, isAboveBand: false })).toBe(
      "80 % band; n = 1,200 customers in the fit",
    );
  });
});
