import { expect, it } from "vitest";
import { inProportionTo } from "#lib/clv-runs/in-proportion.ts";

type Run = Parameters<typeof inProportionTo>[0];

const run = (valueMinor: number, interval: readonly [number, number] | null) =>
  ({ totals: { valueMinor, interval } }) as Run;

it("gives a part the interval of the whole in proportion, the lower end first (correctness)", () => {
  expect(inProportionTo(run(200, [180, 240]), 50)).toEqual([45, 60]);
  expect(inProportionTo(run(200, [180, 240]), -50)).toEqual([-60, -45]);
  expect(inProportionTo(run(200, [180, 240]), 0)).toEqual([0, 0]);
});

it("has none where the whole has none or is nothing", () => {
  expect(inProportionTo(run(200, null), 50)).toBeNull();
  expect(inProportionTo(run(0, [-5, 5]), 50)).toBeNull();
  expect(inProportionTo({ totals: null }, 50)).toBeNull();
});
