import { describe, expect, it } from "vitest";
import { type Box, classificationTree } from "#lib/stats/classification-tree.ts";
import { createRandom } from "#lib/stats/create-random.ts";

const options = { depth: 4, leastPoints: 1, leastGain: 0.001 };

describe("a classification tree", () => {
  it("tells 0, 1 from 10, 11 by a cut at 5 (correctness)", () => {
    const points = { values: Float64Array.of(0, 1, 10, 11), dimensions: 1 };
    expect(
      classificationTree(points, Int32Array.of(0, 0, 1, 1), { ...options, cuts: [[5]] }),
    ).toEqual([
      { group: 0, bounds: [{ above: null, upTo: 5 }] },
      { group: 1, bounds: [{ above: 5, upTo: null }] },
    ]);
  });

  it("leaves no point out and puts none in two boxes (consistency)", () => {
    const random = createRandom(3);
    const values = Float64Array.from({ length: 600 }, () => Math.floor(10 * random()));
    const groups = Int32Array.from({ length: 300 }, (_, i) =>
      (values[2 * i] ?? 0) + (values[2 * i + 1] ?? 0) > 9 ? 1 : 0,
    );
    const cuts = [
      [1, 3, 5, 7],
      [1, 3, 5, 7],
    ];
    const boxes = classificationTree({ values, dimensions: 2 }, groups, { ...options, cuts });
    const held = Array.from({ length: 300 }, (_, i) => {
      const point = [values[2 * i] ?? 0, values[2 * i + 1] ?? 0];
      return boxes.filter((box) => isIn(box, point));
    });
    expect(held.every((own) => own.length === 1)).toBe(true);
    const right = held.filter((own, i) => own[0]?.group === groups[i]).length;
    expect(right).toBeGreaterThan(250);
  });

  it("is one box where nothing may be cut, all are alike, or a leaf would be too small (inputs)", () => {
    const points = { values: Float64Array.of(0, 1, 10, 11), dimensions: 1 };
    const whole = [{ group: 0, bounds: [{ above: null, upTo: null }] }];
    const groups = Int32Array.of(0, 0, 1, 1);
    expect(classificationTree(points, groups, { ...options, cuts: [[]] })).toEqual(whole);
    expect(classificationTree(points, new Int32Array(4), { ...options, cuts: [[5]] })).toEqual(
      whole,
    );
    expect(classificationTree(points, groups, { ...options, leastPoints: 3, cuts: [[5]] })).toEqual(
      whole,
    );
    expect(
      classificationTree({ values: new Float64Array(), dimensions: 1 }, new Int32Array(), {
        ...options,
        cuts: [[5]],
      }),
    ).toEqual([]);
  });
});

function isIn({ bounds }: Box, point: readonly number[]): boolean {
  return bounds.every(({ above, upTo }, d) => {
    const value = point[d] ?? 0;
    return (above === null || value > above) && (upTo === null || value <= upTo);
  });
}
