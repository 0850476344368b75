import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { ArchivedPersonae } from "#components/personae/archived-personae.tsx";
import { PersonaBoard } from "#components/personae/persona-board.tsx";
import { PersonaeTabs } from "#components/personae/personae-tabs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listArchivedPersonae, listPersonae, listPersonaSegments } from "#lib/personae/index.ts";
import { Refusal } from "../../refusal.tsx";
import { restorePersonaAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ tick?: string | string[] }>;
}>;

export default async function PersonaePage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("persona:read")) return <Refusal session={session} />;
  const [t, { tick = [] }, { personae, archived, hasSegments }] = await Promise.all([
    getTranslations("personae"),
    searchParams,
    readBoard(session),
  ]);
  const { slug } = session.workspace;
  const base = `/w/${slug}/personae`;
  const mayWrite = session.permissions.has("persona:write");
  const create = mayWrite && hasSegments && (
    <ButtonLink href={`${base}/new`} variant="primary">
      {t("create")}
    </ButtonLink>
  );
  return (
    <>
      <CustomerCrumbs slug={slug} crumbs={[{ label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          personae.length > 0 && (
            <>
              {session.permissions.has("customer:export") && <ExportMenu href={`${base}/export`} />}
              {create}
            </>
          )
        }
      />
      <PersonaeTabs slug={slug} />
      {personae.length === 0 ? (
        <NoPersonae slug={slug} mayWrite={mayWrite} hasSegments={hasSegments} create={create} />
      ) : (
        <PersonaBoard
          personae={personae}
          slug={slug}
          locale={session.formats.locale}
          ticked={[tick].flat()}
        />
      )}
      {archived.length > 0 && (
        <ArchivedPersonae
          personae={archived}
          slug={slug}
          restore={mayWrite ? restorePersonaAction : null}
        />
      )}
    </>
  );
}

function readBoard(session: MemberSession) {
  return withTenant(session, "persona:read", async (tx) => ({
    personae: await listPersonae(tx, session),
    archived: await listArchivedPersonae(tx),
    hasSegments: (await listPersonaSegments(tx)).length > 0,
  }));
}

type NoPersonaeProps = {
  slug: string;
  mayWrite: boolean;
  hasSegments: boolean;
  create: React.ReactNode;
};

async function NoPersonae({ slug, mayWrite, hasSegments, create }: NoPersonaeProps) {
  const t = await getTranslations("personae");
  const toSegments = !hasSegments && (
    <ButtonLink href={`/w/${slug}/segments`} variant="primary">
      {t("toSegments")}
    </ButtonLink>
  );
  const words = mayWrite ? (hasSegments ? "emptyText" : "emptyNoSegment") : "emptyReadOnly";
  return (
    <EmptyState kind="nothing-yet" title={t("emptyTitle")} actions={create || toSegments}>
      {t(words)}
    </EmptyState>
  );
}
