import { describe, expect, it } from "vitest";
import { profitOfAll, segmentProfits, segmentProfitTable } from "#lib/value/segment-profits.ts";
import type { SegmentValue } from "#lib/value/types.ts";

function segment(given: Partial<SegmentValue> & Pick<SegmentValue, "segment">): SegmentValue {
  return {
    ...{ customers: 10, orderCount: 20, revenueMinor: 10_000, customerShare: 0.5, revenueShare: 1 },
    ...{ marginMinor: 4_000, costToServeMinor: 1_500, profitMinor: 2_500 },
    ...{ revenuePerCustomerMinor: null, revenuePerCustomerInterval: null },
    ...{ profitPerCustomerMinor: null, profitPerCustomerInterval: null },
    ...given,
  };
}

const HIBERNATING = segment({ segment: "hibernating" });
const CHAMPIONS = segment({ segment: "champions", revenueMinor: 30_000, profitMinor: 9_000 });

describe("profit by segment", () => {
  it("takes goods, orders and contacts from revenue, most profit first", () => {
    const contacts = [{ segment: "hibernating", contacts: 9, priced: 7, costMinor: 700.4 }];
    expect(segmentProfits([HIBERNATING, CHAMPIONS], contacts)).toMatchObject([
      { segment: "champions", contactsMinor: null, profitMinor: 9_000 },
      {
        ...{ segment: "hibernating", revenueMinor: 10_000, goodsMinor: 6_000, ordersMinor: 1_500 },
        ...{ contactsMinor: 700, profitMinor: 1_800 },
      },
    ]);
  });

  it("takes nothing for contacts without a price", () => {
    const contacts = [{ segment: "hibernating", contacts: 9, priced: 0, costMinor: 0 }];
    expect(segmentProfits([HIBERNATING], contacts)[0]).toMatchObject({
      ...{ contactsMinor: null, profitMinor: 2_500 },
    });
  });

  it("knows no profit without a margin, and adds up what is known", () => {
    const bare = { marginMinor: null, costToServeMinor: null, profitMinor: null };
    const rows = segmentProfits([segment({ segment: "hibernating", ...bare })], []);
    expect(profitOfAll(rows)).toEqual({
      ...{ customers: 10, revenueMinor: 10_000, goodsMinor: null, ordersMinor: null },
      ...{ contactsMinor: null, profitMinor: null },
    });
    expect(profitOfAll(segmentProfits([HIBERNATING, CHAMPIONS], []))).toMatchObject({
      ...{ customers: 20, revenueMinor: 40_000, profitMinor: 11_500 },
    });
  });

  it("is a file with amounts in major units", () => {
    expect(segmentProfitTable(segmentProfits([HIBERNATING], []), "EUR").rows).toEqual([
      ["hibernating", 10, "100.00", "60.00", "15.00", null, "25.00", "EUR"],
    ]);
  });
});
