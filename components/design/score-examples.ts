import type { DistributionBarProps } from "#components/charts/distribution-bar.tsx";
import type { ScoreTileProps } from "#components/charts/score-tile.tsx";
import { EURO, NUMBERS, PERCENTS } from "./figure-examples.ts";

type ScoreExample = Omit<ScoreTileProps, "picture"> & { spread?: DistributionBarProps };

const SIGNED = { ...NUMBERS, isSigned: true };
const TENTHS = { ...PERCENTS, digits: 1 };

const MEASURED: readonly ScoreExample[] = [
  {
    label: "NPS",
    aside: "target +30",
    score: { value: 25, n: 2046, interval: [21, 29] },
    format: SIGNED,
    change: { before: 28, difference: [-9, 3] },
    betterWhen: "higher",
    spread: { low: 0.23, middle: 0.29, high: 0.48, label: "23 % detractors, 48 % promoters" },
    note: "18 % replied",
    twin: { label: "CLV-weighted", score: { value: 28, n: 1121, interval: [23, 33] } },
  },
  {
    label: "CSAT",
    aside: "target 80 %",
    score: { value: 78.4, n: 4612, interval: [77.2, 79.6] },
    format: TENTHS,
    change: { before: 81, difference: [-4.2, -1] },
    betterWhen: "higher",
    spread: { low: 0.09, middle: 0.13, high: 0.78, label: "9 % not satisfied, 78 % satisfied" },
    note: "31 % replied",
    twin: { label: "CLV-weighted", score: { value: 74.1, n: 2040, interval: [72.2, 76] } },
  },
  {
    label: "CES, made it easy",
    aside: "target 75 %",
    score: { value: 71.2, n: 3, interval: null },
    format: TENTHS,
    change: null,
    betterWhen: "higher",
  },
  {
    label: "Promises kept",
    aside: "target 90 %",
    score: null,
    format: TENTHS,
    change: null,
    betterWhen: "higher",
  },
];

const VALUED: readonly ScoreExample[] = [
  {
    label: "CLV per customer",
    score: { value: 32_800, n: 48_312, interval: [31_500, 34_100] },
    format: EURO,
    change: { before: 32_400, difference: [-1200, 2000] },
    betterWhen: "higher",
  },
  {
    label: "CLV at risk",
    score: { value: 194_000_000, n: 1104, interval: [161_000_000, 231_000_000] },
    format: EURO,
    change: { before: 138_000_000, difference: [10_000_000, 90_000_000] },
    betterWhen: "lower",
  },
  {
    label: "Weiterempfehlungsbereitschaft",
    score: { value: -6, n: 318, interval: [-15, 3] },
    format: SIGNED,
    change: { before: -22, difference: [4, 34] },
    betterWhen: "higher",
  },
  {
    label: "First answer",
    score: { value: 12, n: 6, interval: [2, 22] },
    format: { ...NUMBERS, unit: "h" },
    change: null,
    betterWhen: "lower",
  },
];

export const SCORE_STRIPS = [MEASURED, VALUED];
