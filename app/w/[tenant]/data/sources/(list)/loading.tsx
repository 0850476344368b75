import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function SourcesLoading() {
  return <PageSkeleton rows={8} />;
}
