import { segmentOf } from "./rfm-segments.ts";
import type { SnapshotCells } from "./snapshot.ts";
import type { RfmCell, RfmGrid, ValueOverview } from "./types.ts";

/** Best first, as the grid stands. */
export const SCORES = [5, 4, 3, 2, 1] as const;

/** All 125 cells with their names: most revenue first, in it the latest first, in it the rarest first. */
export function rfmGrid(stored: SnapshotCells, value: ValueOverview): RfmGrid {
  const known = new Map(stored.map((cell) => [keyOf(cell), cell]));
  const cells = SCORES.flatMap((monetary) =>
    SCORES.flatMap((recency) =>
      SCORES.toReversed().map((frequency): RfmCell => {
        const scores = { recency, frequency, monetary };
        const cell = known.get(keyOf(scores));
        return {
          ...scores,
          segment: segmentOf(recency, frequency, monetary),
          customers: cell?.customers ?? 0,
          orderCount: cell?.orderCount ?? 0,
          revenueMinor: cell?.revenueMinor ?? null,
          profitMinor: cell?.profitMinor ?? null,
        };
      }),
    ),
  );
  return { value, cells };
}

/** The cell with the most customers, and how many of the 125 hold any; null where there is none. */
export function fullestCell({ cells }: RfmGrid): { cell: RfmCell; held: number } | null {
  const held = cells.filter(({ customers }) => customers > 0);
  const cell = held.toSorted((a, b) => b.customers - a.customers).at(0);
  return cell ? { cell, held: held.length } : null;
}

function keyOf(scores: { recency: number; frequency: number; monetary: number }): string {
  return `${scores.recency}-${scores.frequency}-${scores.monetary}`;
}
