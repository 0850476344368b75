import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClosePanel } from "#components/protection/close-panel.tsx";
import { ExportsPanel } from "#components/protection/exports-panel.tsx";
import { PeoplePanel } from "#components/protection/people-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { countErasures, findPeople, listExports } from "#lib/protection/index.ts";
import { parseContact } from "#lib/protection/schema.ts";
import { Refusal } from "../../refusal.tsx";
import { askExportAction, closeWorkspaceAction } from "./actions.ts";
import { erasePersonAction } from "./people/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("protection");
  return { title: t("title"), referrer: "no-referrer" };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ person?: string | string[] }>;
}>;

export default async function DataProtectionPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("protection:write")) return <Refusal session={session} />;
  const contact = parseContact((await searchParams).person);
  const [t, settings, { exports, people, erased }] = await Promise.all([
    getTranslations("protection"),
    getTranslations("settings"),
    read(session, contact),
  ]);
  const { slug, name } = session.workspace;
  const { locale, timeZone } = session.formats;
  const base = `/w/${slug}/settings`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: settings("title"), href: base }, { label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <PeoplePanel
        tenant={slug}
        href={`${base}/data-protection`}
        contact={contact}
        people={people}
        erased={erased}
        locale={locale}
        timeZone={timeZone}
        erase={erasePersonAction}
      />
      <ExportsPanel
        tenant={slug}
        href={`${base}/data-protection/exports`}
        exports={exports}
        locale={locale}
        timeZone={timeZone}
        ask={askExportAction}
      />
      <ClosePanel tenant={slug} workspaceName={name} action={closeWorkspaceAction} />
    </>
  );
}

function read(session: MemberSession, contact: string | null) {
  return withTenant(session, "protection:write", async (tx) => ({
    exports: await listExports(tx),
    people: contact === null ? [] : await findPeople(tx, session, contact),
    erased: await countErasures(tx),
  }));
}
