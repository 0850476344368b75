import { cx } from "#lib/class-names.ts";

export type ShareBarProps = {
  /** 0..1 */
  share: number;
  /** A second share to compare with, drawn as a mark: 0..1 */
  mark?: number;
  isWarning?: boolean;
  className?: string;
};

/** A share as a bar in a table, for the eye only: the number stands beside it. */
export function ShareBar({ share, mark, isWarning, className }: ShareBarProps) {
  return (
    <span
      aria-hidden="true"
      className={cx("relative inline-block h-1.5 rounded-xs bg-raised", className)}
    >
      <span
        className={cx(
          "fill absolute inset-y-0 start-0 rounded-xs",
          isWarning ? "bg-div-2" : "bg-seq-5",
        )}
        style={{ width: `${clampPercent(share)}%` }}
      />
      {mark !== undefined && (
        <span
          className="fill absolute -inset-y-1 w-0.5 bg-text outline-2 outline-surface"
          style={{ insetInlineStart: `calc(${clampPercent(mark)}% - 1px)` }}
        />
      )}
    </span>
  );
}

function clampPercent(share: number): number {
  return 100 * Math.min(1, Math.max(0, share));
}
