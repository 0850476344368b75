import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function ValueLoading() {
  return <PageSkeleton rows={10} />;
}
