import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TrendView } from "#components/value/trend-view.tsx";
import { valueAddress } from "#lib/value/filter.ts";
import { findValueTrend } from "#lib/value/index.ts";
import { ValuePage } from "../value-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("value");
  return { title: t("trendTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function TrendPage({ params, searchParams }: Props) {
  const query = valueAddress.read(await searchParams);
  return (
    <ValuePage
      tenant={(await params).tenant}
      tab="trend"
      month={query.month}
      permission="value:read"
      find={findValueTrend}
    >
      {(trend, { workspace, formats }) => (
        <TrendView trend={trend} query={query} slug={workspace.slug} locale={formats.locale} />
      )}
    </ValuePage>
  );
}
