import { WritePage, type WriteParams, writeMetadata } from "../write-page.tsx";
import { logContactAction } from "./actions.ts";

export function generateMetadata() {
  return writeMetadata("contact");
}

export default function LogPage({ params }: WriteParams) {
  return <WritePage params={params} what="contact" action={logContactAction} />;
}
