import { redirect } from "next/navigation";

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function DataPage({ params }: Props) {
  redirect(`/w/${(await params).tenant}/data/imports`);
}
