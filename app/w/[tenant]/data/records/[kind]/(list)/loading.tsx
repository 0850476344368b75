import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function RecordsLoading() {
  return <PageSkeleton rows={8} />;
}
