import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCard } from "#components/lookup/customer-card.tsx";
import { LookupSearch } from "#components/lookup/lookup-search.tsx";
import { PhoneLine } from "#components/lookup/phone-line.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { openCard } from "#lib/lookup/index.ts";
import { Refusal } from "../../refusal.tsx";
import { showPhoneAction } from "./actions.ts";

/** A name does not belong into a browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lookup");
  return { title: t("card") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; customerId: string }> }>;

export default async function CardPage({ params }: Props) {
  const { tenant, customerId } = await params;
  const session = await requireSession(tenant);
  const { permissions, formats, workspace } = session;
  if (!permissions.has("card:open")) return <Refusal session={session} />;
  const card = await orNotFound(
    withTenant(session, "card:open", (tx) => openCard(tx, session, customerId)),
  );
  return (
    <div className="w-full max-w-xl space-y-4">
      <LookupSearch slug={workspace.slug} asked="" found={[]} />
      <CustomerCard
        card={card}
        slug={workspace.slug}
        locale={formats.locale}
        currency={workspace.currency}
        mayLog={permissions.has("contact:write")}
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
