import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MigrationView } from "#components/lifetime/migration-view.tsx";
import { findMigration, runMonthAddress } from "#lib/clv-runs/index.ts";
import { LifetimePage } from "../lifetime-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("migration.pageTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function MigrationPage({ params, searchParams }: Props) {
  const { month } = runMonthAddress.read(await searchParams);
  return (
    <LifetimePage
      tenant={(await params).tenant}
      tab="migration"
      month={month}
      isOfMonth
      find={findMigration}
    >
      {(migration, { workspace, formats }, { month: past }) => (
        <MigrationView
          migration={migration}
          month={past}
          slug={workspace.slug}
          locale={formats.locale}
        />
      )}
    </LifetimePage>
  );
}
