import { thankCustomerAction } from "../log/actions.ts";
import { WritePage, type WriteParams, writeMetadata } from "../write-page.tsx";

export function generateMetadata() {
  return writeMetadata("thanks");
}

export default function ThankPage({ params }: WriteParams) {
  return <WritePage params={params} what="thanks" action={thankCustomerAction} />;
}
