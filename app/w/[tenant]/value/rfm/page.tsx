import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RfmView } from "#components/value/rfm-view.tsx";
import { valueAddress } from "#lib/value/filter.ts";
import { findRfmGrid } from "#lib/value/index.ts";
import { ValuePage } from "../value-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("value");
  return { title: t("rfmTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function RfmPage({ params, searchParams }: Props) {
  const { month } = valueAddress.read(await searchParams);
  return (
    <ValuePage
      tenant={(await params).tenant}
      tab="rfm"
      month={month}
      permission="value:read"
      find={findRfmGrid}
    >
      {(grid, { workspace, formats }) => (
        <RfmView grid={grid} slug={workspace.slug} locale={formats.locale} />
      )}
    </ValuePage>
  );
}
