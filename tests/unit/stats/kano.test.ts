import { describe, expect, it } from "vitest";
import { KANO_ANSWERS, type KanoCounts, kanoClass, summariseKano } from "#lib/stats/kano.ts";

const NONE: KanoCounts = {
  must_be: 0,
  one_dimensional: 0,
  attractive: 0,
  indifferent: 0,
  reverse: 0,
  questionable: 0,
};

describe("kanoClass", () => {
  it("follows the table of five by five (correctness)", () => {
    const table = KANO_ANSWERS.map((ifSo) =>
      KANO_ANSWERS.map((ifNotSo) => kanoClass(ifSo, ifNotSo).charAt(0)).join(" "),
    );
    expect(table).toEqual(["q a a a o", "r i i i m", "r i i i m", "r i i i m", "r r r r q"]);
  });
});

describe("summariseKano", () => {
  it("says how much better and worse a need makes people feel (correctness)", () => {
    const found = summariseKano({
      ...NONE,
      attractive: 40,
      one_dimensional: 20,
      must_be: 10,
      indifferent: 30,
    });
    expect(found).toMatchObject({ kind: "attractive", isClear: false, n: 100 });
    expect(found.better?.value).toBe(0.6);
    expect(found.worse?.value).toBe(-0.3);
    expect(found.worse?.interval[0]).toBeCloseTo(-0.3958, 4);
    expect(found.worse?.interval[1]).toBeCloseTo(-0.2189, 4);
  });

  it("is clear from the difference on that chance would seldom make", () => {
    // a + b = 70 of 100: 1.645 √(70 · 130 / 200) = 11.1
    const of = (attractive: number, indifferent: number) =>
      summariseKano({ ...NONE, attractive, indifferent, must_be: 30 });
    expect(of(40, 30).isClear).toBe(false);
    expect(summariseKano({ ...NONE, attractive: 41, indifferent: 29, must_be: 30 }).isClear).toBe(
      false,
    );
    expect(summariseKano({ ...NONE, attractive: 45, indifferent: 25, must_be: 30 }).isClear).toBe(
      true,
    );
  });

  it("decides a tie for must-be, one-dimensional, attractive, indifferent, in that order", () => {
    const all = { ...NONE, indifferent: 5, attractive: 5, one_dimensional: 5, must_be: 5 };
    expect(summariseKano(all).kind).toBe("must_be");
    expect(summariseKano({ ...all, must_be: 0 }).kind).toBe("one_dimensional");
    expect(summariseKano({ ...all, must_be: 0, one_dimensional: 0 }).kind).toBe("attractive");
    expect(summariseKano(all).isClear).toBe(false);
  });

  it("leaves reverse and questionable answers out of better and worse", () => {
    const found = summariseKano({ ...NONE, attractive: 3, indifferent: 1, reverse: 9 });
    expect(found.better?.value).toBe(0.75);
    expect(found.kind).toBe("reverse");
  });

  it("asks for other words where more than a fifth contradict themselves", () => {
    expect(summariseKano({ ...NONE, attractive: 8, questionable: 2 }).needsRewording).toBe(false);
    expect(summariseKano({ ...NONE, attractive: 7, questionable: 2 }).needsRewording).toBe(true);
  });

  it("is not known without an answer (inputs)", () => {
    expect(summariseKano(NONE)).toEqual({
      kind: null,
      isClear: false,
      better: null,
      worse: null,
      needsRewording: false,
      n: 0,
    });
  });
});
