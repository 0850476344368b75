import type { PlotBand } from "#components/charts/band-scatter.tsx";
import type { OpportunityBand } from "#lib/stats/opportunity.ts";

/** Where the bands of `opportunity` lie: importance to the right, satisfaction up. */
export const LANDSCAPE_BANDS: readonly (Omit<PlotBand, "name"> & { key: OpportunityBand })[] = [
  {
    key: "overserved",
    corners: [
      [0, 0],
      [10, 10],
      [0, 10],
    ],
    nameAt: [2, 9.4],
    tint: 0,
  },
  {
    key: "served",
    corners: [
      [0, 0],
      [5, 0],
      [10, 10],
    ],
    nameAt: [2.6, 0.3],
    tint: 0.02,
  },
  {
    key: "solid",
    corners: [
      [5, 0],
      [6, 0],
      [10, 8],
      [10, 10],
    ],
    nameAt: [5.6, 0.3],
    tint: 0.07,
  },
  {
    key: "high",
    corners: [
      [6, 0],
      [7.5, 0],
      [10, 5],
      [10, 8],
    ],
    nameAt: [6.95, 0.3],
    tint: 0.14,
  },
  {
    key: "extreme",
    corners: [
      [7.5, 0],
      [10, 0],
      [10, 5],
    ],
    nameAt: [8.95, 0.3],
    tint: 0.22,
  },
];
