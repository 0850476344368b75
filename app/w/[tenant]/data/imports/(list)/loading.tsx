import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function ImportsLoading() {
  return <PageSkeleton rows={8} />;
}
