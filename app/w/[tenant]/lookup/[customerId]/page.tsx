import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCard } from "#components/lookup/customer-card.tsx";
import { LookupSearch } from "#components/lookup/lookup-search.tsx";
import { PhoneLine } from "#components/lookup/phone-line.tsx";
import { WrittenNotice, type WrittenNoticeProps } from "#components/lookup/written-notice.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { isId } from "#lib/db/is-id.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { openCard } from "#lib/lookup/index.ts";
import { Refusal } from "../../refusal.tsx";
import { showPhoneAction } from "./actions.ts";
import { takeBackComplaintAction, takeBackContactAction } from "./log/actions.ts";

/** A name does not belong into a browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lookup");
  return { title: t("card") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string; customerId: string }>;
  searchParams: Promise<{ written?: string | string[]; complaint?: string | string[] }>;
}>;

export default async function CardPage({ params, searchParams }: Props) {
  const { tenant, customerId } = await params;
  const { written, complaint } = await searchParams;
  const session = await requireSession(tenant);
  const { permissions, formats, workspace } = session;
  if (!permissions.has("card:open")) return <Refusal session={session} />;
  const t = await getTranslations("lookup");
  const card = await orNotFound(
    withTenant(session, "card:open", (tx) => openCard(tx, session, customerId)),
  );
  const notice = { tenant: workspace.slug, customerId: card.id };
  return (
    <div className="w-full max-w-xl space-y-4">
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: `/w/${workspace.slug}/lookup` },
          { label: card.name ?? card.externalId },
        ]}
      />
      <div className="no-print">
        <LookupSearch slug={workspace.slug} asked="" found={[]} isAboveCard />
      </div>
      <PrintNote view={t("card")} formats={formats} />
      {permissions.has("contact:write") && (
        <>
          <Written {...notice} written={written} action={takeBackContactAction} />
          <Written {...notice} written={complaint} action={takeBackComplaintAction} />
        </>
      )}
      <CustomerCard
        card={card}
        slug={workspace.slug}
        locale={formats.locale}
        currency={workspace.currency}
        mayLog={permissions.has("contact:write")}
        mayReadComplaints={permissions.has("complaint:read")}
        phone={
          <PhoneLine
            tenant={workspace.slug}
            customerId={card.id}
            masked={card.maskedPhone}
            action={showPhoneAction}
          />
        }
      />
    </div>
  );
}

type WrittenProps = Omit<WrittenNoticeProps, "written"> & {
  /** As the address has it */
  written: string | string[] | undefined;
};

function Written({ written, ...notice }: WrittenProps) {
  if (typeof written !== "string" || !isId(written)) return null;
  return <WrittenNotice {...notice} written={written} />;
}
