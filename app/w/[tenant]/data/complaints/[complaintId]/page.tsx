import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComplaintView } from "#components/lookup/complaint-view.tsx";
import { recordsHref } from "#components/records/record-places.ts";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getComplaint } from "#lib/lookup/index.ts";
import { Refusal } from "../../../refusal.tsx";

/** What somebody complained about does not belong into a browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lookup.complaintPage");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; complaintId: string }> }>;

export default async function ComplaintPage({ params }: Props) {
  const { tenant, complaintId } = await params;
  const session = await requireSession(tenant);
  const { permissions, formats, workspace } = session;
  if (!permissions.has("complaint:read")) return <Refusal session={session} />;
  const [t, lookup, records, complaint] = await Promise.all([
    getTranslations("lookup.complaintPage"),
    getTranslations("lookup"),
    getTranslations("records"),
    orNotFound(
      withTenant(session, "complaint:read", (tx) => getComplaint(tx, session, complaintId)),
    ),
  ]);
  const { slug, currency } = workspace;
  const number = complaint.number ?? t("byHand");
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: records("records") },
          { label: records("kind_complaints"), href: recordsHref(slug, "complaints") },
          { label: number },
        ]}
      />
      <PageHeader
        title={complaint.subject ?? complaint.reason ?? complaint.product ?? lookup("noSubject")}
        purpose={number}
        actions={
          complaint.customer &&
          permissions.has("card:open") && (
            <ButtonLink href={`/w/${slug}/lookup/${complaint.customer.id}`}>
              {lookup("card")}
            </ButtonLink>
          )
        }
      />
      <PrintNote view={t("title")} formats={formats} />
      <ComplaintView {...{ complaint, slug, permissions }} formats={{ ...formats, currency }} />
    </>
  );
}
