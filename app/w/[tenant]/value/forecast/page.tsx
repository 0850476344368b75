import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForecastView } from "#components/lifetime/forecast-view.tsx";
import { findForecast } from "#lib/clv-runs/index.ts";
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
  return (
    <LifetimePage
      tenant={(await params).tenant}
      tab="forecast"
      find={(tx) => findForecast(tx, asked)}
    >
      {(forecast, { workspace: { slug }, formats: { locale } }, newRunHref) => (
        <ForecastView {...{ forecast, slug, locale, newRunHref }} />
      )}
    </LifetimePage>
  );
}
