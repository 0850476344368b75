import type { OrderPrimary } from "./segment-input.ts";

/** The order that numbers ask for, equals as they stood; then the one that a button moves changes its place with its neighbour. */
export function primaryOrder({ asked, move }: OrderPrimary): string[] {
  const order = asked
    .flatMap(({ segmentId, rank }) => (rank === null ? [] : [{ segmentId, rank }]))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ segmentId }) => segmentId);
  const [direction, id = ""] = move?.split(":") ?? [];
  const from = order.indexOf(id);
  const to = direction === "up" ? from - 1 : from + 1;
  const other = order[to];
  if (from === -1 || other === undefined) return [...new Set(order)];
  return [...new Set(order.with(to, id).with(from, other))];
}
