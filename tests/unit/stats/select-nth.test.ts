import { describe, expect, it } from "vitest";
import { createRandom } from "#lib/stats/create-random.ts";
import { selectNth } from "#lib/stats/select-nth.ts";

describe("the value at a place of a rising order", () => {
  it("is the worked example's", () => {
    expect(selectNth(Float64Array.of(7, 1, 5, 3), 1)).toBe(3);
  });

  it("is that of the sorted list, for every place of lists with and without ties, and again from that place on", () => {
    const random = createRandom(11);
    for (let length = 1; length <= 40; length++) {
      const distinct = Float64Array.from({ length }, () => random() - 0.5);
      const tied = Float64Array.from({ length }, () => Math.floor(3 * random()));
      for (const values of [distinct, tied, distinct.toSorted(), distinct.toSorted().reverse()]) {
        const sorted = values.toSorted();
        for (let place = 0; place < length; place++) {
          const room = values.slice();
          expect(selectNth(room, place)).toBe(sorted[place]);
          expect(selectNth(room, length - 1, place)).toBe(sorted[length - 1]);
          expect(room.toSorted()).toEqual(sorted);
        }
      }
    }
  });
});
