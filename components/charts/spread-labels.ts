/**
 * Where labels stand in a column so that none covers another: each as near to its own place as the others let it.
 *
 * `gap` is the height of a line, px; all stay within `from` and `to` as long as they fit there. Order is kept.
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, from, to }: { gap: number; from: number; to: number },
): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed = order.map(({ at }) => at);
  pushDown(placed, gap, from);
  pushUp(placed, gap, Math.max(to, from + gap * (placed.length - 1)));
  const result: number[] = new Array(wanted.length).fill(0);
  order.forEach(({ index }, rank) => {
    result[index] = placed[rank] ?? 0;
  });
  return result;
}

function pushDown(places: number[], gap: number, from: number): void {
  let least = from;
  places.forEach((at, index) => {
    places[index] = Math.max(at, least);
    least = Math.max(at, least) + gap;
  });
}

function pushUp(places: number[], gap: number, to: number): void {
  let most = to;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const at = Math.min(places[index] ?? most, most);
    places[index] = at;
    most = at - gap;
  }
}
