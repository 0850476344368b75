import { describe, expect, it } from "vitest";
import { LinkStatistic } from "#lib/evidence/schema.ts";
import { segmentStatistics } from "#lib/evidence/segment-statistics.ts";
import type { Measure, SegmentMeasures } from "#lib/segments/segment-measures.ts";

const NONE: Measure = { value: null, interval: null, n: 0 };
const MEASURES: SegmentMeasures = {
  shareOfCustomers: { value: 0.2, interval: null, n: 2_000 },
  shareOfClv: { value: 0.31234, interval: [0.29, 0.3333], n: 1_800 },
  clvPerCustomer: NONE,
  leaving: NONE,
  nps: { value: -12.04, interval: [-20.06, -4], n: 150 },
  complaints: { value: 21.29, interval: [18, 25.1], n: 400 },
};
const segment = { id: "0192f3a0-0000-7000-8000-000000000001", name: "Landlords" };
const offered = (now: SegmentMeasures) =>
  segmentStatistics(
    {
      ...{ segment, slug: "alder" },
      now: { computedOn: "2026-11-01", currency: "EUR", customers: 400, tier: null, now },
    },
    (name) => name,
  );

describe("the numbers of a segment as evidence", () => {
  it("have their n, their interval, their day and their page; what is not known is left out", () => {
    const common = {
      href: `/w/alder/segments/${segment.id}?asOf=2026-11-01`,
      datedOn: "2026-11-01",
    };
    expect(offered(MEASURES)).toEqual([
      { ...common, label: "size", value: 400, unit: null, interval: null, n: 2_000 },
      { ...common, label: "shareOfClv", value: 31.2, unit: "%", interval: [29, 33.3], n: 1_800 },
      { ...common, label: "nps", value: -12, unit: null, interval: [-20.1, -4], n: 150 },
      { ...common, label: "complaints", value: 21.3, unit: null, interval: [18, 25.1], n: 400 },
    ]);
  });

  it("are none of a workspace without customers", () => {
    const nothing = Object.fromEntries(Object.keys(MEASURES).map((name) => [name, NONE]));
    expect(offered({ ...MEASURES, ...nothing })).toEqual([]);
  });

  it("are taken by the form they fill", () => {
    for (const { interval, unit, ...statistic } of offered(MEASURES)) {
      const fields = {
        ...{ ...statistic, value: String(statistic.value), unit: unit ?? "" },
        ...{ low: String(interval?.[0] ?? ""), high: String(interval?.[1] ?? "") },
        ...{ subject: "persona", subjectId: segment.id },
      };
      expect(LinkStatistic.safeParse(fields)).toMatchObject({
        success: true,
        data: { value: statistic.value, low: interval?.[0] ?? null, n: statistic.n },
      });
    }
  });
});
