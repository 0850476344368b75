/** Round numbers that hold all of `values`: the first and the last are the ends of the axis. */
export type NiceTicks = { ticks: number[]; domain: [low: number, high: number] };

const STEPS = [1, 2, 5, 10];

/** About `count` round ticks around the values; an axis from 0 to 1 where there are none. */
export function niceTicks(values: readonly (number | null)[], count = 5): NiceTicks {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { ticks: [0, 1], domain: [0, 1] };
  const [low, high] = widened(Math.min(...known), Math.max(...known));
  const step = niceStep((high - low) / Math.max(1, count - 1));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => exact(first + index, step));
  return { ticks, domain: [exact(first, step), exact(last, step)] };
}

/** One value alone stands in the middle of an axis of its own size. */
function widened(low: number, high: number): [number, number] {
  if (low !== high) return [low, high];
  const reach = Math.abs(low) / 10 || 1;
  return [low - reach, high + reach];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = STEPS.find((step) => step * power >= rough - power * 1e-9) ?? 10;
  return factor * power;
}

/** 3 × 0.1 is 0.3 and not 0.30000000000000004. */
function exact(times: number, step: number): number {
  return Number((times * step).toPrecision(12)) + 0;
}
