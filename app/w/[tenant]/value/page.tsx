import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ValueOverviewView } from "#components/value/value-overview.tsx";
import { ValueWaiting } from "#components/value/value-waiting.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findValueOverview, getValueAbsence } from "#lib/value/index.ts";
import type { ValueAbsence } from "#lib/value/types.ts";
import { Refusal } from "../refusal.tsx";
import { setAsOfAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("value");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function ValuePage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const t = await getTranslations("value");
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <Value session={session} />
    </>
  );
}

async function Value({ session }: { session: MemberSession }) {
  const { value, absence } = await withTenant(session, "value:read", async (tx) => {
    const found = await findValueOverview(tx, session);
    return found
      ? { value: found, absence: null }
      : { value: null, absence: await getValueAbsence(tx, session) };
  });
  if (!value) return <NoValue absence={absence} session={session} />;
  return (
    <ValueOverviewView
      value={value}
      slug={session.workspace.slug}
      formats={session.formats}
      setAsOf={session.permissions.has("value:write") ? setAsOfAction : null}
      maySetRates={session.permissions.has("workspace:write")}
    />
  );
}

async function NoValue({ absence, session }: { absence: ValueAbsence; session: MemberSession }) {
  const t = await getTranslations("value");
  if (absence === "computing") {
    return (
      <EmptyState kind="nothing-yet" title={t("computingTitle")}>
        {t("computingText")}
        <ValueWaiting />
      </EmptyState>
    );
  }
  const importHref = `/w/${session.workspace.slug}/data/imports/new`;
  return (
    <EmptyState
      kind="nothing-yet"
      title={t("noOrdersTitle")}
      actions={
        session.permissions.has("import:write") && (
          <ButtonLink href={importHref} variant="primary">
            {t("importOrders")}
          </ButtonLink>
        )
      }
    >
      {t("noOrdersText")}
    </EmptyState>
  );
}
