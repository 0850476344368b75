import { logComplaintAction } from "../log/actions.ts";
import { WritePage, type WriteParams, writeMetadata } from "../write-page.tsx";

export function generateMetadata() {
  return writeMetadata("complaint");
}

export default function ComplaintPage({ params }: WriteParams) {
  return <WritePage params={params} what="complaint" action={logComplaintAction} />;
}
