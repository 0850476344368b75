import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evaluateRule } from "#lib/segments/evaluate-rule.ts";
import { resolveRule } from "#lib/segments/resolve-rule.ts";
import { Rule } from "#lib/segments/schema.ts";
import { cellRule } from "#lib/segments/suggestions/cell-rules.ts";
import {
  agreementOf,
  COUNTS,
  clearestOf,
  groupInto,
} from "#lib/segments/suggestions/find-groups.ts";
import { groupRules } from "#lib/segments/suggestions/group-rules.ts";
import { clarityOf, steadinessOf } from "#lib/segments/suggestions/how-sure.ts";
import { levelsOf } from "#lib/segments/suggestions/levels.ts";
import { logRfm } from "#lib/segments/suggestions/log-rfm.ts";
import { type BuyingFacts, isWaiting } from "#lib/segments/suggestions/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { nextDay } from "#lib/time/index.ts";
import { segmentsInCellOrder } from "#lib/value/types.ts";
import { hasClvReference, readReference, readReferenceRows } from "#tests/support/clv-reference.ts";

const ON_DAY = "2026-11-22";
const CONTEXT = { onDay: ON_DAY, currency: "EUR", attributes: new Map(), needs: new Set<string>() };

/** Two kinds of customers: often and lately, once and long ago. */
function twoKinds(count: number): BuyingFacts[] {
  const random = createRandom(11);
  return Array.from({ length: count }, (_, i) =>
    i % 2 === 0
      ? {
          recency: 5 + 20 * random(),
          frequency: 8 + Math.floor(6 * random()),
          monetary: 800 + 400 * random(),
        }
      : { recency: 300 + 60 * random(), frequency: 1, monetary: 30 + 20 * random() },
  ).map((each) => ({ ...each, recency: Math.round(each.recency) }));
}

describe("logarithms of RFM", () => {
  it("have mean 0 and standard deviation 1", () => {
    const { points } = logRfm(twoKinds(100));
    const column = Array.from(points.values).filter((_, cell) => cell % 3 === 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / 100;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 100;
    expect(mean).toBeCloseTo(0, 10);
    expect(variance).toBeCloseTo(1, 10);
  });

  it("are 0 where all are alike", () => {
    const { points } = logRfm([
      { recency: 3, frequency: 1, monetary: 10 },
      { recency: 3, frequency: 2, monetary: 20 },
    ]);
    expect([points.values[0], points.values[3]]).toEqual([0, 0]);
  });
});

describe("groups of customers", () => {
  const customers = twoKinds(600);
  const { points } = logRfm(customers);

  it("are as many as lie apart most clearly, and come out again from other samples", () => {
    const best = clearestOf(COUNTS.slice(0, 3).map((count) => groupInto(points, count, 5)));
    expect(best?.count).toBe(2);
    expect(best && agreementOf(points, best, { seed: 5, resample: 0 })).toBeGreaterThan(0.99);
  });

  it("are found again by rules that share no customer", () => {
    const best = groupInto(points, 2, 5);
    const groups = best?.found.groups ?? new Int32Array();
    const rules = groupRules(customers, groups, 2, { asOfOn: nextDay(ON_DAY, -4) }).map((rule) =>
      resolveRule(Rule.parse(rule), CONTEXT),
    );
    const met = customers.map((each) => {
      const fields = {
        "orders.lastOn": nextDay(ON_DAY, -4 - each.recency),
        "orders.days": each.frequency,
        "orders.amount": Math.round(100 * each.monetary),
      };
      return rules.map((rule) => evaluateRule(rule, { fields, attributes: {} }));
    });
    expect(met.map((own) => own.filter(Boolean).length)).toEqual(customers.map(() => 1));
    expect(met.every((own, i) => own[groups[i] ?? -1])).toBe(true);
    const tests = rules.map(({ root }) => JSON.stringify(root));
    const later = groupRules(customers, groups, 2, { asOfOn: nextDay(ON_DAY, -4) }).map((rule) =>
      resolveRule(Rule.parse(rule), { ...CONTEXT, onDay: nextDay(ON_DAY, 30) }),
    );
    expect(later.map(({ root }) => JSON.stringify(root))).toEqual(tests);
  });

  it("that no bounds tell apart have no rule", () => {
    const alike = customers.map(() => ({ recency: 1, frequency: 1, monetary: 1 }));
    const groups = Int32Array.from({ length: alike.length }, (_, i) => (i % 3 === 0 ? 1 : 0));
    const [most, least] = groupRules(alike, groups, 2, { asOfOn: ON_DAY });
    expect(most).toEqual({ all: [{ field: "orders.days", op: ">=", value: 1 }] });
    expect(least).toBeNull();
  });
});

describe("the rule of an RFM segment", () => {
  it("names its cells, and all of them together are 125", () => {
    const cells = segmentsInCellOrder();
    const names = [...new Set(cells)];
    const all = names.flatMap((name) => {
      const [condition] = z
        .object({ all: z.array(z.object({ value: z.array(z.string()) })) })
        .parse(Rule.parse(cellRule(name, cells))).all;
      return condition?.value ?? [];
    });
    expect(all).toHaveLength(125);
    expect(new Set(all).size).toBe(125);
    const champions = JSON.stringify(cellRule("champions", cells));
    expect(champions).toContain('"555"');
    expect(champions).not.toContain('"111"');
  });
});

describe("what is said of groups", () => {
  it("follows the silhouette and the agreement", () => {
    expect([0.6, 0.4, 0.1].map(clarityOf)).toEqual(["clear", "touching", "blurred"]);
    expect([[0.9, 0.95], [0.6], []].map(steadinessOf)).toEqual(["steady", "shifting", "chance"]);
  });

  it("compares medians with those of all", () => {
    const all = { recency: 100, frequency: 2, monetary: 100 };
    expect(levelsOf({ recency: 10, frequency: 2, monetary: 400 }, all)).toEqual({
      recency: "low",
      frequency: "middle",
      monetary: "high",
    });
  });

  it("waits for ten minutes and not longer", () => {
    const asked = { askedAt: "2026-11-22T10:00:00.000Z", computedAt: null, found: null };
    expect(isWaiting(asked, new Date("2026-11-22T10:01:00Z"))).toBe(true);
    expect(isWaiting(asked, new Date("2026-11-22T10:11:00Z"))).toBe(false);
    const done = { ...asked, computedAt: "2026-11-22T10:00:05.000Z" };
    expect(isWaiting(done, new Date("2026-11-22T10:01:00Z"))).toBe(false);
  });
});

const reference = z.object({
  kmeans_cdnow_full: z.object({
    mean: z.array(z.number()),
    sd: z.array(z.number()),
    results: z.array(z.object({ k: z.number(), inertia: z.number() })),
  }),
});

describe.skipIf(!hasClvReference)(
  "groups on CDNOW (needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    it("have the scale and, in three, the inertia of the reference", { timeout: 60_000 }, () => {
      const { mean, sd, results } = reference.parse(
        readReference("cx_statistics.json"),
      ).kmeans_cdnow_full;
      const customers = readReferenceRows("cdnow_full_rfm.csv").map((row) => ({
        recency: Number(row["recency_days"]),
        frequency: Number(row["frequency"]),
        monetary: Number(row["monetary"]),
      }));
      const { points, means, deviations } = logRfm(customers);
      for (const [d, each] of means.entries()) expect(each).toBeCloseTo(mean[d] ?? 0, 9);
      for (const [d, each] of deviations.entries()) expect(each).toBeCloseTo(sd[d] ?? 0, 9);
      const inertia = groupInto(points, 3, 1)?.found.inertia ?? 0;
      const best = results.find(({ k }) => k === 3)?.inertia ?? 1;
      expect(inertia / best).toBeLessThan(1.0005);
    });
  },
);
