import { describe, expect, it } from "vitest";
import { flowLinks } from "#components/charts/flow-links.ts";
import { heatStep, heatTokens } from "#components/charts/heat-step.ts";
import { seriesLook } from "#components/charts/series-look.ts";

describe("heatStep", () => {
  it("goes from 1 to 7, and stays there beyond the scale", () => {
    const scale = { kind: "sequential", low: 0, high: 70 } as const;
    expect([-5, 0, 9, 10, 35, 69, 70, 99].map((value) => heatStep(value, scale))).toEqual([
      1, 1, 1, 2, 4, 7, 7, 7,
    ]);
  });

  it("has its middle at the target", () => {
    const scale = { kind: "diverging", centre: 80, reach: 28 } as const;
    expect([49, 66, 72, 80, 86, 92, 108].map((value) => heatStep(value, scale))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it("is the middle where the scale has no width", () => {
    expect(heatStep(3, { kind: "sequential", low: 3, high: 3 })).toBe(4);
  });

  it("has an ink for every step", () => {
    expect(heatTokens(2, "diverging")).toEqual({
      background: "var(--div-2)",
      color: "var(--div-ink-2)",
    });
    expect(heatTokens(4, "sequential").color).toBe("var(--seq-ink-low)");
    expect(heatTokens(5, "sequential").color).toBe("var(--seq-ink-high)");
  });
});

describe("seriesLook", () => {
  it("tells six series apart by colour, dash and mark", () => {
    const looks = [0, 1, 2, 3, 4, 5].map((index) => seriesLook(index, 6));
    for (const part of ["color", "dash", "mark"] as const)
      expect(new Set(looks.map((look) => look[part])).size).toBe(6);
  });

  it("keeps the look of a fixed meaning wherever it stands", () => {
    expect(seriesLook(4, 6, "perceived")).toEqual({
      color: "var(--perceived)",
      dash: "6 4",
      mark: "square",
    });
  });

  it("draws a series alone in the colour of values", () => {
    expect(seriesLook(0, 1).color).toBe("var(--seq-5)");
  });
});

describe("flowLinks", () => {
  it("has a node per tier and side with anybody, and the direction of every move", () => {
    const { nodes, links } = flowLinks([
      [5, 2],
      [3, 0],
    ]);
    expect(nodes).toEqual([
      { side: "before", tier: 0, total: 7 },
      { side: "before", tier: 1, total: 3 },
      { side: "after", tier: 0, total: 8 },
      { side: "after", tier: 1, total: 2 },
    ]);
    expect(links).toEqual([
      { source: 0, target: 2, value: 5, direction: "same" },
      { source: 0, target: 3, value: 2, direction: "down" },
      { source: 1, target: 2, value: 3, direction: "up" },
    ]);
  });

  it("takes whoever comes into a tier, or leaves them all, for no move up or down", () => {
    const { links } = flowLinks(
      [
        [5, 1],
        [3, 0],
      ],
      1,
    );
    expect(links.map(({ direction }) => direction)).toEqual(["same", "beyond", "beyond"]);
  });

  it("has nothing for nobody", () => {
    expect(
      flowLinks([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ nodes: [], links: [] });
  });
});
