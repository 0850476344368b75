/** A label centred at `middle`, px; of two that touch, the heavier one stays. */
export type CentredLabel = { middle: number; width: number; weight: number };

/** Which labels of a row are shown so that none touches another. */
export function fittingLabels(labels: readonly CentredLabel[]): boolean[] {
  const shown = labels.map(() => false);
  const order = labels.map((_, index) => index);
  order.sort((a, b) => (labels[b]?.weight ?? 0) - (labels[a]?.weight ?? 0));
  for (const index of order) {
    const label = labels[index];
    const isFree = labels.every(
      (other, at) =>
        !shown[at] ||
        !label ||
        Math.abs(other.middle - label.middle) >= (other.width + label.width) / 2,
    );
    shown[index] = isFree;
  }
  return shown;
}
