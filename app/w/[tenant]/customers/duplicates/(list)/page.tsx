import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DuplicatesTable } from "#components/duplicates/duplicates-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { countDuplicates, listDuplicates } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../../refusal.tsx";

const PAIRS_A_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("duplicates");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}>;

export default async function DuplicatesPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("customer:write")) return <Refusal session={session} />;
  const said = (await searchParams).after;
  const after = typeof said === "string" ? said : null;
  const [t, customers, { count, page }] = await Promise.all([
    getTranslations("duplicates"),
    getTranslations("customers"),
    orNotFound(
      withTenant(session, "customer:write", async (tx) => ({
        count: await countDuplicates(tx),
        page: await listDuplicates(tx, { after, limit: PAIRS_A_PAGE }),
      })),
    ),
  ]);
  const list = `/w/${session.workspace.slug}/customers`;
  const href = `${list}/duplicates`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: customers("title"), href: list }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={t("purpose", { count })}
        actions={
          session.permissions.has("customer:export") &&
          page.items.length > 0 && <ExportMenu href={`${href}/export`} />
        }
      />
      {page.items.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("noneTitle")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <DuplicatesTable pairs={page.items} href={href} formats={session.formats} />
      )}
      <Pager
        label={t("title")}
        first={after ? href : null}
        next={page.next && `${href}?after=${page.next}`}
      />
    </>
  );
}
