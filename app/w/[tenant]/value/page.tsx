import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ValueOverviewView } from "#components/value/value-overview.tsx";
import { parseValueQuery } from "#lib/value/filter.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { setAsOfAction } from "./actions.ts";
import { ValuePage } from "./value-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("value");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ValueOverviewPage({ params, searchParams }: Props) {
  const query = parseValueQuery(await searchParams);
  return (
    <ValuePage
      tenant={(await params).tenant}
      tab="overview"
      permission="value:read"
      find={findValueOverview}
    >
      {(value, session) => (
        <ValueOverviewView
          value={value}
          query={query}
          slug={session.workspace.slug}
          formats={session.formats}
          setAsOf={session.permissions.has("value:write") ? setAsOfAction : null}
          maySetRates={session.permissions.has("workspace:write")}
        />
      )}
    </ValuePage>
  );
}
