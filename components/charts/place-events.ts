/** An event over a time axis: where its rule stands and how wide its words are, px. */
export type EventWish = { x: number; width: number };

/** `left` end of the words, and their row: 0 stands nearest to the plot. */
export type EventPlace = { left: number; row: number };

const GAP = 12;
/** Words keep this far from the rule of another event. */
const CLEAR = 4;

/**
 * Words over their rules, inside `from` and `to`: centred, else ending or starting at the rule where the words or the rule of
 * another event are in the way. Where there is no such place, the words go up a row.
 */
export function placeEvents(
  wishes: readonly EventWish[],
  { from, to }: { from: number; to: number },
): EventPlace[] {
  const placed: (EventPlace & { right: number })[] = [];
  wishes.forEach(({ x, width }, index) => {
    const others = wishes.filter((_, at) => at !== index).map((other) => other.x);
    const lefts = [x - width / 2, x - width + CLEAR, x - CLEAR].map((left) =>
      Math.max(from, Math.min(left, to - width)),
    );
    const isFree = (left: number, row: number) =>
      placed.every(
        (each) => each.row !== row || left >= each.right + GAP || left + width + GAP <= each.left,
      ) &&
      (row > 0 || others.every((rule) => rule < left - CLEAR || rule > left + width + CLEAR));
    const rows = [0, ...wishes.map((_, at) => at + 1)];
    const options = rows.flatMap((row) => lefts.map((left) => ({ left, row })));
    const place = options.find(({ left, row }) => isFree(left, row)) ?? { left: from, row: 0 };
    placed.push({ ...place, right: place.left + width });
  });
  return placed.map(({ left, row }) => ({ left, row }));
}
