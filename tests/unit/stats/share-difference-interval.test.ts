import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  differenceInterval,
  shareDifferenceInterval,
} from "#lib/stats/share-difference-interval.ts";
import { hasClvReference, readReference } from "#tests/support/clv-reference.ts";

describe("shareDifferenceInterval", () => {
  /** Published: design vector of an uplift, and Newcombe (1998), table II (a) and (e), method 10. */
  it.each([
    [820, 1000, 780, 1000, 0.0049, 0.075],
    [56, 70, 48, 80, 0.0524, 0.3339],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])("of %i of %i and %i of %i is known (correctness)", (count, n, other, of, low, high) => {
    const interval = shareDifferenceInterval({ count, n }, { count: other, n: of });
    expect(interval?.[0]).toBeCloseTo(low, 4);
    expect(interval?.[1]).toBeCloseTo(high, 4);
  });

  it("turns round with its sides (consistency)", () => {
    const [a, b] = [
      { count: 3, n: 10 },
      { count: 11, n: 20 },
    ];
    const [low, high] = shareDifferenceInterval(a, b) ?? [0, 0];
    const turned = shareDifferenceInterval(b, a) ?? [0, 0];
    expect(turned[0]).toBeCloseTo(-high, 12);
    expect(turned[1]).toBeCloseTo(-low, 12);
  });

  it("is not known without a case on a side (inputs)", () => {
    expect(shareDifferenceInterval({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull();
    expect(shareDifferenceInterval({ count: 1, n: 2 }, { count: 0, n: 0 })).toBeNull();
  });
});

it("5 in 3 to 7 less 1 in 0 to 3 gives 4 in 1.1716 to 6.2361", () => {
  const [low, high] = differenceInterval(
    { value: 5, interval: [3, 7] },
    { value: 1, interval: [0, 3] },
  );
  expect(low).toBeCloseTo(1.1716, 4);
  expect(high).toBeCloseTo(6.2361, 4);
});

const pair = z.tuple([z.number(), z.number()]);
const referenceSchema = z.object({
  uplift: z.array(z.object({ treated: pair, control: pair, ci_newcomb: pair })),
});

describe.skipIf(!hasClvReference)(
  "uplift against computed values (needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    it("agrees to nine digits", () => {
      const { uplift } = referenceSchema.parse(readReference("cx_statistics.json"));
      for (const { treated, control, ci_newcomb } of uplift) {
        const interval = shareDifferenceInterval(
          { count: treated[0], n: treated[1] },
          { count: control[0], n: control[1] },
        );
        expect(interval?.[0]).toBeCloseTo(ci_newcomb[0], 9);
        expect(interval?.[1]).toBeCloseTo(ci_newcomb[1], 9);
      }
    });
  },
);
