import { describe, expect, it } from "vitest";
import { fullestCell, rfmGrid } from "#lib/value/rfm-grid.ts";
import { segmentOf } from "#lib/value/rfm-segments.ts";
import { rfmTable } from "#lib/value/value-tables.ts";
import { smallOverview } from "#tests/support/value-overview.ts";

const CELL = { orderCount: 9, revenueMinor: 1_250, profitMinor: null };
const GRID = rfmGrid(
  [
    { recency: 5, frequency: 1, monetary: 2, customers: 3, ...CELL },
    { recency: 1, frequency: 1, monetary: 1, customers: 7, ...CELL },
  ],
  smallOverview(),
);

describe("rfmGrid", () => {
  it("names all 125 cells, each once", () => {
    expect(GRID.cells).toHaveLength(125);
    const names = GRID.cells.map(({ recency, frequency, monetary, segment }) => {
      expect(segment).toBe(segmentOf(recency, frequency, monetary));
      return `${recency}${frequency}${monetary}`;
    });
    expect(new Set(names).size).toBe(125);
  });

  it("begins with the most revenue, the latest, the rarest", () => {
    expect(GRID.cells[0]).toMatchObject({ monetary: 5, recency: 5, frequency: 1 });
    expect(GRID.cells.at(-1)).toMatchObject({ monetary: 1, recency: 1, frequency: 5 });
  });

  it("has nobody, and no revenue of theirs, where no customer is", () => {
    expect(GRID.cells[0]).toMatchObject({ customers: 0, revenueMinor: null });
  });

  it("speaks of the fullest cell", () => {
    expect(fullestCell(GRID)).toMatchObject({ held: 2, cell: { recency: 1, customers: 7 } });
    expect(fullestCell(rfmGrid([], smallOverview()))).toBeNull();
  });

  it("is a file of 125 rows", () => {
    const { columns, rows } = rfmTable(GRID);
    expect(rows).toHaveLength(125);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows).toContainEqual([5, 1, 2, "new", 3, 9, "12.50", null, "EUR"]);
  });
});
