/** Shares 0..1 of unhappy, undecided and happy answers. */
export type DistributionBarProps = { low: number; middle: number; high: number; label: string };

/** How answers spread, under a score. */
export function DistributionBar({ low, middle, high, label }: DistributionBarProps) {
  return (
    <div role="img" aria-label={label} className="flex h-1.5 gap-0.5">
      <Part share={low} color="var(--detractor)" />
      <Part share={middle} color="var(--raised)" />
      <Part share={high} color="var(--promoter)" />
    </div>
  );
}

function Part({ share, color }: { share: number; color: string }) {
  if (share <= 0) return null;
  return (
    <span
      className="fill rounded-xs"
      style={{ inlineSize: `${100 * share}%`, background: color }}
    />
  );
}
