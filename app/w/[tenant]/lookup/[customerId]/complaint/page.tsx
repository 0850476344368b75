import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogForm } from "#components/lookup/log-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { getCustomer } from "#lib/customers/index.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../../refusal.tsx";
import { logComplaintAction } from "../log/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lookup");
  return { title: t("complaintTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; customerId: string }> }>;

export default async function ComplaintPage({ params }: Props) {
  const { tenant, customerId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("contact:write")) return <Refusal session={session} />;
  const [t, customer] = await Promise.all([
    getTranslations("lookup"),
    orNotFound(withTenant(session, "customer:read", (tx) => getCustomer(tx, session, customerId))),
  ]);
  const list = `/w/${session.workspace.slug}/lookup`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: list },
          { label: customer.name ?? customer.externalId, href: `${list}/${customer.id}` },
          { label: t("complaintTitle") },
        ]}
      />
      <PageHeader title={t("complaintTitle")} purpose={t("complaintPurpose")} />
      <LogForm
        tenant={session.workspace.slug}
        customerId={customer.id}
        formKey={newId()}
        what="complaint"
        action={logComplaintAction}
      />
    </>
  );
}
