import { expect, it } from "vitest";
import { fillMonths } from "#lib/orders/fill-months.ts";

const month = (name: string, orders: number) => ({
  month: name,
  orders,
  revenueMinor: 100 * orders,
});

it("puts months without an order between those with one", () => {
  expect(fillMonths([month("2025-11", 2), month("2026-02", 1)], 36)).toEqual([
    month("2025-11", 2),
    month("2025-12", 0),
    month("2026-01", 0),
    month("2026-02", 1),
  ]);
});

it("keeps the last months of a long history", () => {
  const months = fillMonths([month("2001-01", 1), month("2026-02", 1)], 3);
  expect(months.map((each) => each.month)).toEqual(["2025-12", "2026-01", "2026-02"]);
});

it("has no months without orders", () => {
  expect(fillMonths([], 36)).toEqual([]);
});
