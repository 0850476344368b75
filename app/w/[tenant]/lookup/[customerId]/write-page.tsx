import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogForm, type LogFormProps } from "#components/lookup/log-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { getCustomer } from "#lib/customers/index.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../refusal.tsx";

export type WriteParams = Readonly<{ params: Promise<{ tenant: string; customerId: string }> }>;
type What = LogFormProps["what"];

const TITLES = { contact: "logTitle", complaint: "complaintTitle", thanks: "thankTitle" } as const;
const PURPOSES = {
  contact: "logPurpose",
  complaint: "complaintPurpose",
  thanks: "thankPurpose",
} as const;

/** The title of the page that writes down `what`. */
export async function writeMetadata(what: What): Promise<Metadata> {
  const t = await getTranslations("lookup");
  return { title: t(TITLES[what]) };
}

/** The form that writes down a contact, a complaint or thanks, from the card of a customer. */
export async function WritePage({
  params,
  what,
  action,
}: WriteParams & Pick<LogFormProps, "what" | "action">) {
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
          { label: t(TITLES[what]) },
        ]}
      />
      <PageHeader title={t(TITLES[what])} purpose={t(PURPOSES[what])} />
      <LogForm
        tenant={session.workspace.slug}
        customerId={customer.id}
        formKey={newId()}
        what={what}
        action={action}
      />
    </>
  );
}
