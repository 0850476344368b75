import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForecastView } from "#components/lifetime/forecast-view.tsx";
import { forecastOf, runMonthAddress } from "#lib/clv-runs/index.ts";
import { LifetimePage } from "../lifetime-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("forecast.pageTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ForecastPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const { month } = runMonthAddress.read(asked);
  return (
    <LifetimePage
      tenant={(await params).tenant}
      tab="forecast"
      month={month}
      isOfMonth
      find={async (_, __, run) => forecastOf(run, asked)}
    >
      {(forecast, { workspace: { slug }, formats: { locale } }, place) => (
        <ForecastView {...{ forecast, slug, locale, ...place }} />
      )}
    </LifetimePage>
  );
}
