import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttributesTable } from "#components/customers/attributes-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { listAttributes } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { Refusal } from "../../refusal.tsx";
import { chooseAttributeTypeAction, markSensitiveAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers.attributes");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function AttributesPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("customer:write")) return <Refusal session={session} />;
  const [t, customers, attributes] = await Promise.all([
    getTranslations("customers.attributes"),
    getTranslations("customers"),
    withTenant(session, "customer:write", listAttributes),
  ]);
  const { slug } = session.workspace;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: customers("title"), href: `/w/${slug}/customers` },
          { label: t("title") },
        ]}
      />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      {attributes.length === 0 ? (
        <EmptyState
          kind="nothing-yet"
          title={t("none")}
          actions={
            session.permissions.has("import:write") && (
              <ButtonLink href={`/w/${slug}/data/imports/new`} variant="primary">
                {customers("import")}
              </ButtonLink>
            )
          }
        >
          {t("noneText")}
        </EmptyState>
      ) : (
        <AttributesTable
          attributes={attributes}
          tenant={slug}
          locale={session.formats.locale}
          action={chooseAttributeTypeAction}
          mark={markSensitiveAction}
        />
      )}
    </>
  );
}
