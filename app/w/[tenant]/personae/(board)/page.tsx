import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { ArchivedPersonae } from "#components/personae/archived-personae.tsx";
import { DeletedPersonae } from "#components/personae/deleted-personae.tsx";
import { NoPersonae } from "#components/personae/no-personae.tsx";
import { PersonaBoard } from "#components/personae/persona-board.tsx";
import { PersonaeFilterBar } from "#components/personae/personae-filter-bar.tsx";
import { PersonaeTabs } from "#components/personae/personae-tabs.tsx";
import { StaleNotice } from "#components/personae/stale-notice.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDeleted } from "#lib/deleted/index.ts";
import type { SearchParams } from "#lib/lists/types.ts";
import { matchingPersonae, personaeAddress } from "#lib/personae/filter.ts";
import {
  type CardWithClaims,
  listArchivedPersonae,
  listPersonae,
  listPersonaSegments,
} from "#lib/personae/index.ts";
import type { PersonaCard, StaleCount } from "#lib/personae/types.ts";
import { Refusal } from "../../refusal.tsx";
import { bringBackPersonaAction, restorePersonaAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}>;

export default async function PersonaePage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("persona:read")) return <Refusal session={session} />;
  const [t, asked, { all, archived, deleted, segments }] = await Promise.all([
    getTranslations("personae"),
    searchParams,
    readBoard(session),
  ]);
  const query = personaeAddress.read(asked);
  const { slug } = session.workspace;
  const base = `/w/${slug}/personae`;
  const mayWrite = session.permissions.has("persona:write");
  const create = mayWrite && segments.length > 0 && (
    <ButtonLink href={`${base}/new`} variant="primary">
      {t("create")}
    </ButtonLink>
  );
  return (
    <>
      <CustomerCrumbs slug={slug} crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} actions={all.length > 0 && create} />
      <PersonaeTabs slug={slug} />
      {all.length > 0 && (
        <PersonaeFilterBar
          query={query}
          href={base}
          segments={segments}
          exportHref={session.permissions.has("customer:export") ? `${base}/export` : null}
        />
      )}
      <Board {...{ session, asked, all, create }} hasSegments={segments.length > 0} />
      {archived.length > 0 && (
        <ArchivedPersonae
          personae={archived}
          slug={slug}
          restore={mayWrite ? restorePersonaAction : null}
        />
      )}
      <DeletedPersonae
        rows={deleted}
        tenant={slug}
        formats={session.formats}
        bringBack={bringBackPersonaAction}
      />
    </>
  );
}

type BoardProps = {
  session: MemberSession;
  asked: SearchParams;
  all: readonly CardWithClaims[];
  hasSegments: boolean;
  create: React.ReactNode;
};

/** The cards that match, after what is stale of them; or why there is none. */
function Board({ session, asked, all, hasSegments, create }: BoardProps) {
  const query = personaeAddress.read(asked);
  const personae = matchingPersonae(all, query);
  const { slug } = session.workspace;
  if (personae.length === 0)
    return (
      <NoPersonae
        {...{ slug, hasSegments, create }}
        mayWrite={session.permissions.has("persona:write")}
        filters={all.length === 0 ? 0 : personaeAddress.countFilters(query)}
      />
    );
  return (
    <>
      {query.staleness.length === 0 && (
        <StaleNotice stale={staleOf(personae)} slug={slug} of="all" />
      )}
      <PersonaBoard
        personae={personae}
        slug={slug}
        locale={session.formats.locale}
        ticked={[asked["tick"] ?? []].flat()}
      />
    </>
  );
}

function staleOf(personae: readonly PersonaCard[]): StaleCount {
  const stale = personae.map(({ ratio }) => ratio.stale);
  return {
    claims: stale.reduce((sum, count) => sum + count, 0),
    personae: stale.filter((count) => count > 0).length,
  };
}

function readBoard(session: MemberSession) {
  return withTenant(session, "persona:read", async (tx) => ({
    all: await listPersonae(tx, session),
    archived: await listArchivedPersonae(tx),
    deleted: session.permissions.has("persona:write")
      ? await listDeleted(tx, session, { kind: "persona" })
      : [],
    segments: await listPersonaSegments(tx),
  }));
}
