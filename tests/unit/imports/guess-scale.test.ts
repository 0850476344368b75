import { describe, expect, it } from "vitest";
import { guessScale } from "#lib/imports/guess-scale.ts";

describe("the scale that a question is likely to have", () => {
  it("is the one that its words say", () => {
    expect(guessScale("Rate us from 1 to 10", ["3", "4"])).toEqual({
      ...{ question: { scaleMin: 1, scaleMax: 10 }, why: "words", answers: [3, 4] },
    });
  });

  it("is NPS where it asks about recommending, and the answers go up to ten", () => {
    const asks = "Would you recommend us?";
    expect(guessScale(asks, ["0", "9"])).toMatchObject({
      ...{ question: { metric: "nps" }, why: "recommend" },
    });
    expect(guessScale(asks, ["1", "5"])).toMatchObject({
      ...{ question: { scaleMin: 1, scaleMax: 5 }, why: "range" },
    });
  });

  it.each([
    [["1", "5"], 1, 5],
    [["2", "6"], 1, 7],
    [["8"], 1, 10],
    [["0", "5"], 0, 10],
    [["40", "85"], 0, 100],
  ])("is the shortest usual one that %s fit", (answers, scaleMin, scaleMax) => {
    expect(guessScale("How was it?", answers)?.question).toEqual({ scaleMin, scaleMax });
  });

  it("is unknown for words, for numbers beyond every scale, and without an answer", () => {
    expect(guessScale("Why?", ["4", "slow"])).toBeNull();
    expect(guessScale("How loud?", ["300"])).toBeNull();
    expect(guessScale("How?", [])).toBeNull();
  });
});
