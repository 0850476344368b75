export type Box = { left: number; top: number; right: number; bottom: number };

/** A label that wants to stand beside its point; `radius` is that of the mark, all px. */
export type LabelWish = { x: number; y: number; width: number; radius: number };

/** Where the text starts, is centred or ends, and its base line; null where there is no room left. */
export type LabelPlace = { x: number; y: number; anchor: "start" | "middle" | "end" } | null;

const LINE = 14;
const ASCENT = 10;
/** Distances from the mark that are tried in turn, px. */
const RINGS = [5, 12, 20];

/**
 * A place for each label beside its point where it covers no other label, no point and none of `taken`, inside `bounds`.
 *
 * Earlier labels choose first, so the most important come first.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  { bounds, taken = [] }: { bounds: Box; taken?: readonly Box[] },
): LabelPlace[] {
  const covered = [...taken, ...wishes.map(markBox)];
  return wishes.map((wish, index) => {
    const others = covered.filter((_, at) => at !== taken.length + index);
    const found = candidates(wish).find(
      ({ box }) => isInside(box, bounds) && !others.some((other) => isOverlapping(box, other)),
    );
    if (!found) return null;
    covered.push(found.box);
    return found.place;
  });
}

type Candidate = { place: NonNullable<LabelPlace>; box: Box };

function candidates({ x, y, width, radius }: LabelWish): Candidate[] {
  return RINGS.flatMap((ring) => {
    const reach = radius + ring;
    const middle = y + ASCENT / 2 - 1;
    return [
      at(x + reach, middle, "start", width),
      at(x - reach, middle, "end", width),
      at(x, y - reach, "middle", width),
      at(x, y + reach + ASCENT, "middle", width),
      at(x + 2 * radius, y - reach, "end", width),
      at(x - 2 * radius, y - reach, "start", width),
      at(x + 2 * radius, y + reach + ASCENT, "end", width),
      at(x - 2 * radius, y + reach + ASCENT, "start", width),
      at(x + reach, y - reach, "start", width),
      at(x - reach, y - reach, "end", width),
      at(x + reach, y + reach + ASCENT, "start", width),
      at(x - reach, y + reach + ASCENT, "end", width),
    ];
  });
}

function at(x: number, y: number, anchor: "start" | "middle" | "end", width: number): Candidate {
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const top = y - ASCENT;
  return { place: { x, y, anchor }, box: { left, top, right: left + width, bottom: top + LINE } };
}

function markBox({ x, y, radius }: LabelWish): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

/** Whether two boxes share any part. */
export function isOverlapping(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
