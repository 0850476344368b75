import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortsView } from "#components/value/cohorts-view.tsx";
import { valueAddress } from "#lib/value/filter.ts";
import { findCohorts } from "#lib/value/index.ts";
import { ValuePage } from "../value-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("value");
  return { title: t("cohortsTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function CohortsPage({ params, searchParams }: Props) {
  const query = valueAddress.read(await searchParams);
  return (
    <ValuePage
      tenant={(await params).tenant}
      tab="cohorts"
      month={query.month}
      permission="value:read"
      find={(tx, session) => findCohorts(tx, session, query.segment)}
    >
      {(table, { workspace, formats }) => (
        <CohortsView table={table} query={query} slug={workspace.slug} locale={formats.locale} />
      )}
    </ValuePage>
  );
}
