import { expect, it } from "vitest";
import { rfmDoubts } from "#lib/value/rfm-doubts.ts";

const history = {
  customersWithOrders: 500,
  firstOrderedOn: "2026-01-01",
  lastOrderedOn: "2026-06-30",
  hasNoSpread: false,
};

it("has no doubt about 500 customers and 180 days", () => {
  expect(rfmDoubts(history)).toEqual([]);
});

it("doubts 499 customers", () => {
  expect(rfmDoubts({ ...history, customersWithOrders: 499 })).toEqual(["few_customers"]);
});

it("doubts 179 days", () => {
  expect(rfmDoubts({ ...history, lastOrderedOn: "2026-06-29" })).toEqual(["short_history"]);
});

it("doubts customers who are all alike", () => {
  expect(rfmDoubts({ ...history, hasNoSpread: true })).toEqual(["no_spread"]);
});
