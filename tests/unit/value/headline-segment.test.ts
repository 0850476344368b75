import { expect, it } from "vitest";
import { headlineSegment } from "#lib/value/headline-segment.ts";
import type { SegmentValue } from "#lib/value/types.ts";

const segment = (over: Partial<SegmentValue>): SegmentValue => ({
  segment: "loyal",
  customers: 5,
  orderCount: 9,
  revenueMinor: 900,
  marginMinor: null,
  costToServeMinor: null,
  profitMinor: null,
  profitPerCustomerMinor: null,
  profitPerCustomerInterval: null,
  customerShare: 0.5,
  revenueShare: 0.5,
  revenuePerCustomerMinor: 180,
  revenuePerCustomerInterval: null,
  ...over,
});

it("speaks of the segment with the most revenue", () => {
  const most = segment({ segment: "champions", revenueMinor: 901 });
  expect(headlineSegment([segment({}), most])).toBe(most);
});

it("passes over a segment of four", () => {
  const handful = segment({ segment: "champions", customers: 4, revenueMinor: 9_000 });
  expect(headlineSegment([handful, segment({})])?.segment).toBe("loyal");
  expect(headlineSegment([handful])).toBeUndefined();
});

it("never says 0 %", () => {
  expect(headlineSegment([segment({ revenueShare: 0.004 })])).toBeUndefined();
  expect(headlineSegment([segment({ customerShare: 0 })])).toBeUndefined();
});
