import { type ChangeVerdict, changeVerdict } from "#lib/stats/change-verdict.ts";
import { type Bounded, differenceInterval } from "#lib/stats/share-difference-interval.ts";
import { type FigureSums, subtractSums } from "./figure-sums.ts";
import { type Measure, type MeasureName, segmentMeasures } from "./segment-measures.ts";

/** What is compared between a segment and everybody else. */
const COMPARED = [
  "clvPerCustomer",
  "leaving",
  "nps",
  "complaints",
] as const satisfies readonly MeasureName[];

export type ComparedMeasure = {
  readonly name: (typeof COMPARED)[number];
  readonly own: Measure;
  readonly other: Measure;
  /** Whether the segment is clearly higher (up) or lower (down); `unknown` without data on both sides */
  readonly verdict: ChangeVerdict;
};

/**
 * A segment beside all other customers, measure by measure. A difference is clear where its 95 % interval, made of those of the two
 * sides, leaves out 0: two intervals that overlap say nothing of it.
 */
export function compareMeasures(sums: FigureSums, all: FigureSums): ComparedMeasure[] {
  const own = segmentMeasures(sums, all);
  const other = segmentMeasures(subtractSums(all, sums), all);
  return COMPARED.map((name) => ({
    name,
    own: own[name],
    other: other[name],
    verdict: verdictOf(boundedOf(own[name]), boundedOf(other[name])),
  }));
}

function boundedOf({ value, interval }: Measure): Bounded | null {
  return value === null || interval === null ? null : { value, interval };
}

function verdictOf(own: Bounded | null, other: Bounded | null): ChangeVerdict {
  return changeVerdict(own && other && differenceInterval(own, other));
}
