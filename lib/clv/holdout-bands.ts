import { at, intAt } from "#lib/stats/typed-array.ts";
import type { FrequencyBand } from "./types.ts";

/** From this many repeats on customers stand in one band, as in the papers. */
const OPEN_END = 7;

/** Mean purchases that came and that were foretold, by repeats of the calibration period: 0 to 6, and 7 and more; bands without customers are left out. */
export function holdoutBands(
  repeats: Int32Array,
  actual: Float64Array,
  predicted: Float64Array,
): FrequencyBand[] {
  const counts = new Float64Array(OPEN_END + 1);
  const came = new Float64Array(OPEN_END + 1);
  const foretold = new Float64Array(OPEN_END + 1);
  for (let i = 0; i < repeats.length; i++) {
    const band = Math.min(OPEN_END, intAt(repeats, i));
    counts[band] = at(counts, band) + 1;
    came[band] = at(came, band) + at(actual, i);
    foretold[band] = at(foretold, band) + at(predicted, i);
  }
  return [...counts].flatMap((customers, band) =>
    customers === 0
      ? []
      : {
          repeats: band,
          isOpenEnded: band === OPEN_END,
          customers,
          actualMean: at(came, band) / customers,
          predictedMean: at(foretold, band) / customers,
        },
  );
}
