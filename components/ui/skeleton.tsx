import { cx } from "#lib/class-names.ts";

export type SkeletonProps = { className?: string };

/** A grey block of the final size while something loads. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={cx("skeleton block", className)} />;
}

export type SkeletonRowsProps = { rows: number };

/** Rows of a table while it loads. */
export function SkeletonRows({ rows }: SkeletonRowsProps) {
  return (
    <div aria-hidden="true" className="rounded-md border border-hairline">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div
          key={row}
          className="flex h-(--row) items-center gap-6 border-b border-hairline px-5 last:border-b-0"
        >
          <Skeleton className="h-3 w-1/4" />
          <Skeleton className="h-3 w-1/3" />
          <Skeleton className="ms-auto h-3 w-16" />
        </div>
      ))}
    </div>
  );
}
