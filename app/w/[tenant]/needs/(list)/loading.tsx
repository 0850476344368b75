import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function NeedsLoading() {
  return <PageSkeleton rows={8} />;
}
