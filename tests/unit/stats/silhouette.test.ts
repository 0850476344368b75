import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createRandom } from "#lib/stats/create-random.ts";
import { kMeans } from "#lib/stats/k-means.ts";
import { silhouette } from "#lib/stats/silhouette.ts";
import { hasClvReference, readReference, readReferenceRows } from "#tests/support/clv-reference.ts";

const line = { values: Float64Array.of(0, 1, 10, 11), dimensions: 1 };

describe("silhouette", () => {
  it("of 0, 1 and 10, 11 is 0.8997 (correctness)", () => {
    // 0: 1 − 1/10.5; 1: 1 − 1/9.5; and the same mirrored.
    const exact = (9.5 / 10.5 + 8.5 / 9.5) / 2;
    expect(silhouette(line, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(exact, 12);
    expect(exact).toBeCloseTo(0.8997, 4);
  });

  it("is below 0 for points in the wrong group", () => {
    expect(silhouette(line, Int32Array.of(0, 1, 0, 1)) ?? 1).toBeLessThan(0);
  });

  it("is highest for as many groups as there are (consistency)", () => {
    const random = createRandom(20_261_122);
    const centres = [0, 10, 20];
    const values = Float64Array.from({ length: 600 }, (_, i) => (centres[i % 3] ?? 0) + random());
    const widths = [2, 3, 4, 5].map((count) => {
      const groups = kMeans({ values, dimensions: 1 }, count, { seed: 1 })?.groups;
      return silhouette({ values, dimensions: 1 }, groups ?? new Int32Array());
    });
    expect(widths.indexOf(Math.max(...widths.map((width) => width ?? -1)))).toBe(1);
  });

  it("counts a point alone as 0, and equal points too (inputs)", () => {
    expect(silhouette(line, Int32Array.of(0, 1, 2, 3))).toBe(0);
    const same = { values: new Float64Array(4), dimensions: 1 };
    expect(silhouette(same, Int32Array.of(0, 0, 1, 1))).toBe(0);
  });

  it("is not known of one group or none (inputs)", () => {
    expect(silhouette(line, new Int32Array(4))).toBeNull();
    expect(silhouette({ values: new Float64Array(), dimensions: 1 }, new Int32Array())).toBeNull();
  });
});

const referenceSchema = z.object({
  kmeans_cdnow_full: z.object({
    mean: z.array(z.number()),
    sd: z.array(z.number()),
    results: z.array(z.object({ k: z.number(), silhouette_4000: z.number() })),
  }),
});

describe.skipIf(!hasClvReference)(
  "silhouette on CDNOW (needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    // Another sample of customers than the one computed elsewhere: 0.02 apart at most.
    it("of three groups is that of another sample, within 0.02", { timeout: 60_000 }, () => {
      const { mean, sd, results } = referenceSchema.parse(
        readReference("cx_statistics.json"),
      ).kmeans_cdnow_full;
      const rows = readReferenceRows("cdnow_full_rfm.csv").filter((_, i) => i % 8 === 0);
      const values = Float64Array.from(
        rows.flatMap((row) =>
          Object.values(row)
            .slice(1, 4)
            .map((cell, d) => (Math.log1p(Number(cell)) - (mean[d] ?? 0)) / (sd[d] ?? 1)),
        ),
      );
      const groups = kMeans({ values, dimensions: 3 }, 3, { seed: 1, restarts: 3 })?.groups;
      const found = silhouette({ values, dimensions: 3 }, groups ?? new Int32Array());
      const known = results.find(({ k }) => k === 3)?.silhouette_4000 ?? 0;
      expect(Math.abs((found ?? 0) - known)).toBeLessThan(0.02);
    });
  },
);
