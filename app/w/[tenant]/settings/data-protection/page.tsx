import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClosePanel } from "#components/protection/close-panel.tsx";
import { ExportsPanel } from "#components/protection/exports-panel.tsx";
import { PeoplePanel } from "#components/protection/people-panel.tsx";
import { SignInAgain } from "#components/protection/sign-in-again.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { proofOf } from "#lib/auth/confirm-person.ts";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { countErasures, findPeople, listExports } from "#lib/protection/index.ts";
import { parseContact } from "#lib/protection/schema.ts";
import { Refusal } from "../../refusal.tsx";
import { askExportAction, closeWorkspaceAction } from "./actions.ts";
import { erasePersonAction } from "./people/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("protection");
  return { title: t("title"), referrer: "same-origin" };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ person?: string | string[] }>;
}>;

export default async function DataProtectionPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("protection:write")) return <Refusal session={session} />;
  const contact = parseContact((await searchParams).person);
  const [t, settings, proof, { exports, people, erased }] = await Promise.all([
    getTranslations("protection"),
    getTranslations("settings"),
    proofOf(session.person),
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
      {proof === "sign_in_again" ? (
        <Panel title={t("closeTitle")} caption={t("closeCaption")}>
          <SignInAgain provider={env().OIDC_NAME} to={`${base}/data-protection`} />
        </Panel>
      ) : (
        <ClosePanel
          tenant={slug}
          workspaceName={name}
          proof={proof}
          action={closeWorkspaceAction}
        />
      )}
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
