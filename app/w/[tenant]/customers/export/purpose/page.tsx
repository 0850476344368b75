import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportForm } from "#components/customers/export-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import { countContactable } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../../refusal.tsx";

const LONGEST_MS = 30_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers.file");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ExportPurposePage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("customer:export")) return <Refusal session={session} />;
  const query = customersAddress.read(await searchParams);
  const [t, customers, counts] = await Promise.all([
    getTranslations("customers.file"),
    getTranslations("customers"),
    orNotFound(
      withTenant(session, "customer:export", (tx) => countContactable(tx, session, query), {
        timeoutMs: LONGEST_MS,
      }),
    ),
  ]);
  const { locale } = session.formats;
  const list = `/w/${session.workspace.slug}/customers`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: customers("title"), href: list }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={
          counts.customers > 0 &&
          t("purpose", {
            count: counts.customers,
            customers: formatNumber(counts.customers, locale),
          })
        }
      />
      {counts.customers === 0 ? (
        <EmptyState
          kind="no-match"
          title={t("nobodyTitle")}
          actions={
            <ButtonLink href={list + customersAddress.write(query)}>{t("backToList")}</ButtonLink>
          }
        >
          {t("nobodyText")}
        </EmptyState>
      ) : (
        <Panel>
          <ExportForm
            action={`${list}/export`}
            params={customersAddress.keep(query)}
            leftOut={session.permissions.has("customer:personal") ? counts : null}
            locale={locale}
          />
        </Panel>
      )}
    </>
  );
}
