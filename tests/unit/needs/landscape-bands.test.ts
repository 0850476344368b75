import { expect, it } from "vitest";
import { LANDSCAPE_BANDS } from "#components/needs/landscape-bands.ts";
import { opportunity } from "#lib/stats/opportunity.ts";

type Place = readonly [x: number, y: number];

/** Whether a place lies inside corners that turn one way. */
function isInside([x, y]: Place, corners: readonly Place[]): boolean {
  const sides = corners.map(([fromX, fromY], at) => {
    const [toX, toY] = corners[(at + 1) % corners.length] ?? [fromX, fromY];
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
  });
  return sides.every((side) => side > 0) || sides.every((side) => side < 0);
}

it("draws each band where the score of its places lies", () => {
  for (let x = 0.13; x < 10; x += 0.29)
    for (let y = 0.17; y < 10; y += 0.31) {
      const drawn = LANDSCAPE_BANDS.filter(({ corners }) => isInside([x, y], corners));
      expect(
        drawn.map(({ key }) => key),
        `${x}, ${y}`,
      ).toEqual([opportunity(x, y).band]);
    }
});
