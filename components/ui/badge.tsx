import { cx } from "#lib/class-names.ts";

export type BadgeProps = {
  /** A count or a word: "3", "New" */
  children: string;
  /** What it counts, read out after it: "not read" */
  label?: string;
  tone?: "neutral" | "primary" | "bad";
};

const TONE: Record<NonNullable<BadgeProps["tone"]>, string> = {
  neutral: "bg-raised text-text inset-ring inset-ring-hairline",
  primary: "bg-primary text-on-primary",
  bad: "bg-bad text-on-primary forced-colors:bg-primary",
};

/** A count or a short word that hangs on something else. A state is a Chip. */
export function Badge({ children, label, tone = "neutral" }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-full px-1.5",
        "forced-color-adjust-none text-2xs leading-none font-medium whitespace-nowrap tabular-nums",
        TONE[tone],
      )}
    >
      {children}
      {label && <span className="sr-only"> {label}</span>}
    </span>
  );
}
