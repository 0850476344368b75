import { describe, expect, it } from "vitest";
import {
  isSegment,
  RFM_SEGMENTS,
  segmentOf,
  segmentsInCellOrder,
  segmentTone,
} from "#lib/value/rfm-segments.ts";

const cell = (scores: string) => {
  const [r, f, m] = Array.from(scores, Number);
  return segmentOf(r ?? 0, f ?? 0, m ?? 0);
};

describe("the table of RFM segments", () => {
  it("names each of the 125 cells once", () => {
    const cells = segmentsInCellOrder();
    expect(cells).toHaveLength(125);
    expect(new Set(cells)).toEqual(new Set(RFM_SEGMENTS.map(({ slug }) => slug)));
  });

  it("has no two segments with one slug or one code", () => {
    expect(new Set(RFM_SEGMENTS.map(({ slug }) => slug)).size).toBe(RFM_SEGMENTS.length);
    expect(new Set(RFM_SEGMENTS.map(({ code }) => code)).size).toBe(RFM_SEGMENTS.length);
  });

  it.each([
    ["champions", "555 554 545"],
    ["loyal", "543 453 444"],
    ["at_risk", "155 154 144"],
    ["hibernating", "111 112"],
    ["new", "511 411"],
    ["cannot_lose", "115 215"],
  ])("calls %s what everybody calls so: %s", (segment, cells) => {
    expect(cells.split(" ").map(cell)).toEqual(cells.split(" ").map(() => segment));
  });

  it("stands in the order the database counts cells in", () => {
    const cells = segmentsInCellOrder();
    expect(cells[25 * (1 - 1) + 5 * (4 - 1) + 4 - 1]).toBe(segmentOf(1, 4, 4));
    expect(cells.at(-1)).toBe(segmentOf(5, 5, 5));
  });

  it.each(["055", "655", "505"])("refuses %s, which is no cell", (scores) => {
    expect(() => cell(scores)).toThrow("No RFM cell");
  });

  it("knows its words and customers without orders", () => {
    expect(isSegment("no_orders")).toBe(true);
    expect(isSegment("vip")).toBe(false);
    expect(segmentTone("at_risk")).toBe("warn");
    expect(segmentTone("no_orders")).toBe("neutral");
  });
});
