import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export type PageSkeletonProps = { rows: number };

/** A page while it loads: its header and rows at their final height. */
export function PageSkeleton({ rows }: PageSkeletonProps) {
  const t = useTranslations("common");
  return (
    <>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div className="h-12.5">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="mt-3 h-3.5 w-72 max-w-full" />
      </div>
      <SkeletonRows rows={rows} />
    </>
  );
}
