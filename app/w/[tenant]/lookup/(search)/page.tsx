import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LookupSearch } from "#components/lookup/lookup-search.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findCustomers } from "#lib/search/index.ts";
import { getSetupProgress } from "#lib/workspaces/index.ts";
import { Refusal } from "../../refusal.tsx";

const MOST_FOUND = 12;
const LONGEST_SEARCH = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lookup");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}>;

export default async function LookupPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("card:open")) return <Refusal session={session} />;
  const { q } = await searchParams;
  const asked = (typeof q === "string" ? q : "").slice(0, LONGEST_SEARCH);
  const [t, { found, hasCustomers }] = await Promise.all([
    getTranslations("lookup"),
    withTenant(session, "customer:read", async (tx) => ({
      found: await findCustomers(tx, session, asked, MOST_FOUND),
      hasCustomers: (await getSetupProgress(tx, session)).hasCustomers,
    })),
  ]);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      {hasCustomers ? (
        <div className="w-full max-w-xl space-y-4">
          <LookupSearch key={asked} slug={session.workspace.slug} asked={asked} found={found} />
          {asked !== "" && found.length === 0 && (
            <EmptyState kind="no-match" title={t("noMatchTitle")}>
              {t("noMatchText")}
            </EmptyState>
          )}
        </div>
      ) : (
        <EmptyState kind="nothing-yet" title={t("noCustomersTitle")}>
          {t("noCustomersText")}
        </EmptyState>
      )}
    </>
  );
}
