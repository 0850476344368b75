import { describe, expect, it } from "vitest";
import { sourceFromName } from "#lib/imports/source-from-name.ts";

describe("the source that a file is named after", () => {
  it("has neither day nor number nor ending", () => {
    const names = [
      "store-survey_2026-03-01.csv",
      "Store survey (2).csv",
      "store_survey 01.03.2026.xlsx",
      "store survey March 2026.csv.gz",
      "store-survey-20260301 3.tsv",
      "store survey 2026 Q1.csv",
    ];
    for (const name of names) expect(sourceFromName(name)?.toLowerCase()).toBe("store survey");
  });

  it("is none where only that is left, or a word that any file could have", () => {
    for (const name of ["2026-03-01.csv", "export (3).csv", "data.csv", "12.csv", ""])
      expect(sourceFromName(name)).toBeNull();
  });
});
