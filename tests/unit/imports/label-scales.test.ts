import { describe, expect, it } from "vitest";
import { scoreLabels } from "#lib/imports/label-scales.ts";

const scores = (...labels: string[]) => {
  const read = scoreLabels(labels);
  return read && Object.fromEntries(read);
};

describe("labels of five-point scales", () => {
  it("are worth 1 to 5 in English and German, however they are spelt", () => {
    expect(scores("Very satisfied", "neutral", "Very dissatisfied")).toEqual({
      "Very satisfied": "5",
      neutral: "3",
      "Very dissatisfied": "1",
    });
    expect(scores("Sehr zufrieden", "eher unzufrieden")).toEqual({
      "Sehr zufrieden": "5",
      "eher unzufrieden": "2",
    });
    expect(scores("Strongly agree", "Neither agree nor disagree")).toEqual({
      "Strongly agree": "5",
      "Neither agree nor disagree": "3",
    });
  });

  it("are told beside an answer that is none", () => {
    expect(scores("Agree", "Disagree", "Don't know")).toEqual({ Agree: "4", Disagree: "2" });
  });

  it("are not guessed where most are not of one scale, or two would mean the same", () => {
    expect(scores("Very satisfied", "Blue")).toBeNull();
    expect(scores("Good", "Bad", "Late again", "Two parcels", "Never came")).toBeNull();
    expect(scores("Satisfied", "Somewhat satisfied")).toBeNull();
    expect(scores("Very satisfied", "Strongly agree")).toBeNull();
    expect(scores("Very satisfied")).toBeNull();
    expect(scores("1", "2")).toBeNull();
  });
});
