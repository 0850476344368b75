import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { AssignForm } from "#components/watchlist/assign-form.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { listChosenCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listResponsible } from "#lib/defection/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { assignCasesAction } from "../actions.ts";

const MOST_CHOSEN = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("watchlist");
  return { title: t("assignTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function AssignPage({ params, searchParams }: Props) {
  const [{ tenant }, { ids }, t, value] = await Promise.all([
    params,
    searchParams,
    getTranslations("watchlist"),
    getTranslations("value"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("defection:write")) return <Refusal session={session} />;
  const asked = [ids ?? []].flat().slice(0, MOST_CHOSEN);
  const { customers, members } = await withTenant(session, "value:read", async (tx) => ({
    customers: await listChosenCustomers(tx, session, asked),
    members: await listResponsible(tx),
  }));
  if (asked.length > 0 && customers.length === 0) notFound();
  const href = `/w/${tenant}/value`;
  const list = `${href}/watchlist`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: value("title"), href },
          { label: t("title"), href: list },
          { label: t("assignTitle") },
        ]}
      />
      <PageHeader
        title={t("assignTitle")}
        purpose={customers.length > 0 && t("assign.text", { count: customers.length })}
      />
      {customers.length === 0 ? (
        <EmptyState
          kind="no-match"
          title={t("assign.none")}
          actions={<ButtonLink href={list}>{t("assign.back")}</ButtonLink>}
        >
          {t("assign.noneText")}
        </EmptyState>
      ) : (
        <Panel title={t("assign.chosen")}>
          <ul className="mb-5 flex flex-wrap gap-x-4 gap-y-1 text-muted">
            {customers.map(({ id, name, externalId }) => (
              <li key={id}>{name ?? externalId}</li>
            ))}
          </ul>
          <AssignForm
            tenant={tenant}
            customerIds={customers.map(({ id }) => id)}
            members={members}
            backHref={list}
            action={assignCasesAction}
          />
        </Panel>
      )}
    </>
  );
}
