import { describe, expect, it } from "vitest";
import { isLatent, latencyIndex, type WeighedSource } from "#lib/sources/latency-index.ts";

const TODAY = "2026-11-22";
const source = (lastUsedOn: string | null, rowCount: number, valueMinor: number | null = 0) =>
  ({ lastUsedOn, rowCount, valueMinor }) satisfies WeighedSource;

describe("latencyIndex", () => {
  it("gives the worked example: 2/3 of sources, 3/4 of rows, 1/4 of value lie unused", () => {
    const index = latencyIndex(
      [source("2026-11-01", 100, 600), source("2026-01-01", 300, 200), source(null, 0, 0)],
      TODAY,
    );
    expect(index).toEqual({
      ...{ sources: 3, unused: 2, bySources: 2 / 3 },
      ...{ rows: 400, unusedRows: 300, byRows: 0.75 },
      ...{ valueMinor: 800, unusedValueMinor: 200, byValue: 0.25 },
    });
  });

  it("is no number without sources, by rows without rows and by value without value", () => {
    expect(latencyIndex([], TODAY)).toMatchObject({ bySources: null, byRows: null, byValue: null });
    expect(latencyIndex([source(null, 0)], TODAY)).toMatchObject({
      bySources: 1,
      byRows: null,
      byValue: null,
    });
  });

  it("is weighted by rows only where value is not known", () => {
    const index = latencyIndex([source(null, 1, null), source(TODAY, 3, null)], TODAY);
    expect(index).toMatchObject({ byRows: 0.25, valueMinor: null, byValue: null });
  });
});

describe("isLatent", () => {
  it("counts the 90th day before today as used, the 91st as unused", () => {
    expect(isLatent("2026-08-24", TODAY)).toBe(false);
    expect(isLatent("2026-08-23", TODAY)).toBe(true);
  });

  it("takes a source that no decision is known to rest on as unused", () => {
    expect(isLatent(null, TODAY)).toBe(true);
  });
});
