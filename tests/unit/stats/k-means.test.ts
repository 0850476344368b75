import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { kMeans } from "#lib/stats/k-means.ts";

const REFERENCE = "../shared/reference/clv";

describe("kMeans", () => {
  it("splits 0, 1, 10, 11 in two with inertia 1 (correctness)", () => {
    const found = kMeans({ values: Float64Array.of(0, 1, 10, 11), dimensions: 1 }, 2, { seed: 1 });
    expect([...(found?.centres ?? [])].sort((a, b) => a - b)).toEqual([0.5, 10.5]);
    expect(found?.inertia).toBe(1);
    expect(found?.groups[0]).toBe(found?.groups[1]);
  });

  it("gives the same groups for the same seed (consistency)", () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => Math.sin(i * i));
    const points = { values, dimensions: 3 };
    expect(kMeans(points, 4, { seed: 5 })).toEqual(kMeans(points, 4, { seed: 5 }));
  });

  it("makes no more groups than there are points, and none at all (inputs)", () => {
    const points = { values: Float64Array.of(1, 2), dimensions: 1 };
    expect(kMeans(points, 3, { seed: 1 })).toBeNull();
    expect(kMeans(points, 0, { seed: 1 })).toBeNull();
    expect(kMeans({ values: new Float64Array(6), dimensions: 2 }, 2, { seed: 1 })?.inertia).toBe(0);
  });
});

const referenceSchema = z.object({
  kmeans_cdnow_full: z.object({
    mean: z.array(z.number()),
    sd: z.array(z.number()),
    results: z.array(z.object({ k: z.number(), inertia: z.number() })),
  }),
});

describe.skipIf(!existsSync(REFERENCE))(
  "kMeans on CDNOW (needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    it("in four groups is within 0.05 % of the best known inertia", { timeout: 60_000 }, () => {
      const { mean, sd, results } = referenceSchema.parse(
        JSON.parse(readFileSync(`${REFERENCE}/cx_statistics.json`, "utf8")),
      ).kmeans_cdnow_full;
      const rows = readFileSync(`${REFERENCE}/cdnow_full_rfm.csv`, "utf8").trim().split("\n");
      const values = Float64Array.from(
        rows.slice(1).flatMap((row) =>
          row
            .split(",")
            .slice(1, 4)
            .map((cell, d) => (Math.log1p(Number(cell)) - (mean[d] ?? 0)) / (sd[d] ?? 1)),
        ),
      );
      const best = results.find((result) => result.k === 4)?.inertia ?? 0;
      const found = kMeans({ values, dimensions: 3 }, 4, { seed: 20_260_501, restarts: 3 });
      expect((found?.inertia ?? Number.POSITIVE_INFINITY) / best).toBeLessThan(1.0005);
    });
  },
);
