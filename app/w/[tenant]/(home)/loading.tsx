import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function HomeLoading() {
  return <PageSkeleton rows={3} />;
}
