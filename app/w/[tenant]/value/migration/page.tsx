import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MigrationView } from "#components/lifetime/migration-view.tsx";
import { findMigration } from "#lib/clv-runs/index.ts";
import { LifetimePage } from "../lifetime-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("migration.pageTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function MigrationPage({ params }: Props) {
  return (
    <LifetimePage tenant={(await params).tenant} tab="migration" find={findMigration}>
      {(migration, { workspace, formats }) => (
        <MigrationView migration={migration} slug={workspace.slug} locale={formats.locale} />
      )}
    </LifetimePage>
  );
}
