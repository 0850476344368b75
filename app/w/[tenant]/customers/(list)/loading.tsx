import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function CustomersLoading() {
  return <PageSkeleton rows={15} />;
}
