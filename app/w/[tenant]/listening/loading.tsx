import { PageSkeleton } from "#components/shell/page-skeleton.tsx";

export default function ListeningLoading() {
  return <PageSkeleton rows={8} />;
}
