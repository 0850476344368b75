import { describe, expect, it } from "vitest";
import { sourceFromName } from "#lib/imports/source-from-name.ts";

describe("the source that a file is named after", () => {
  it("has neither day nor version nor ending", () => {
    const names = [
      "store-survey_2026-03-01.csv",
      "Store survey (2).csv",
      "store_survey 01.03.2026.xlsx",
      "store survey March 2026.csv.gz",
      "store-survey-20260301 3.tsv",
      "store survey 2026 Q1.csv",
      "store survey 2025-01.csv",
      "store_survey_v2.csv",
      "store survey - Copy.csv",
      "store survey - Copy (2).csv",
    ];
    for (const name of names) expect(sourceFromName(name)?.toLowerCase()).toBe("store survey");
  });

  it("keeps the number of a thing", () => {
    expect(sourceFromName("feedback_store_7.csv")).toBe("Feedback store 7");
    expect(sourceFromName("feedback_store_8.csv")).toBe("Feedback store 8");
    expect(sourceFromName("feedback_store_8_2025-01 (1).csv")).toBe("Feedback store 8");
    expect(sourceFromName("store_2001.csv")).toBe("Store 2001");
    expect(sourceFromName("feedback-shop-2002.xlsx")).toBe("Feedback shop 2002");
    expect(sourceFromName("Filiale 2003_2025-01.csv")).toBe("Filiale 2003");
    expect(sourceFromName("store 2004 March 2025 (1).csv")).toBe("Store 2004");
    expect(sourceFromName("store survey 2001.csv")).toBe("Store survey");
    expect(sourceFromName("survey part 2.csv")).toBe("Survey part 2");
  });

  it("is none where only that is left, or a word that any file could have", () => {
    for (const name of [
      "2026-03-01.csv",
      "export (3).csv",
      "data.csv",
      "12.csv",
      "responses_7.csv",
      "",
    ])
      expect(sourceFromName(name)).toBeNull();
  });
});
