import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedPanel } from "#components/sources/feed-panel.tsx";
import { FetchLogPanel } from "#components/sources/fetch-log-panel.tsx";
import { MappingsPanel } from "#components/sources/mappings-panel.tsx";
import {
  RowsPanel,
  SourceImportsPanel,
  SourceSettings,
} from "#components/sources/source-panels.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { importsAddress } from "#lib/imports/filter.ts";
import { listImports, listSavedMappings } from "#lib/imports/index.ts";
import { listDepartmentNames } from "#lib/members/index.ts";
import { findFetch, listFetchTries } from "#lib/source-fetch/index.ts";
import { getSource, listSourceMonths } from "#lib/sources/index.ts";
import { listHooksOf } from "#lib/webhooks/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { forgetMappingAction } from "../../imports/new/actions.ts";
import {
  archiveSourceAction,
  describeSourceAction,
  markSourceUsedAction,
  renameSourceAction,
  restoreSourceAction,
} from "../actions.ts";
import { askFetchAction, stopFetchAction } from "./fetch/actions.ts";

const LONGEST_MS = 30_000;
const IMPORTS_SHOWN = 10;
const ACTIONS = {
  rename: renameSourceAction,
  describe: describeSourceAction,
  use: markSourceUsedAction,
  archive: archiveSourceAction,
  restore: restoreSourceAction,
};

const FETCH_ACTIONS = { ask: askFetchAction, stop: stopFetchAction };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sources");
  return { title: t("source") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; sourceId: string }> }>;

export default async function SourcePage({ params }: Props) {
  const { tenant, sourceId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("source:read")) return <Refusal session={session} />;
  const [t, { source, months, imports, departments, ...feed }] = await Promise.all([
    getTranslations("sources"),
    readSource(session, sourceId),
  ]);
  const { formats, permissions } = session;
  const facts = t("facts", {
    kind: t(`kind_${source.kind}`),
    owner: source.owner?.name ?? t("noOwner"),
    rhythm: t(`rhythm_${source.rhythm}`),
  });
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("data") },
          { label: t("title"), href: `/w/${tenant}/data/sources` },
          { label: source.name },
        ]}
      />
      <PageHeader
        title={source.name}
        purpose={facts}
        actions={source.isArchived && <Chip isMuted>{t("isArchived")}</Chip>}
      />
      <RowsPanel
        source={source}
        months={months}
        slug={tenant}
        locale={formats.locale}
        permissions={permissions}
      />
      <SourceFeed session={session} {...{ source, ...feed }} />
      {imports && (
        <SourceImportsPanel
          imports={imports}
          slug={tenant}
          sourceId={source.id}
          formats={formats}
        />
      )}
      <SourceMappings session={session} mappings={feed.mappings} />
      <SourceSettings
        tenant={tenant}
        source={source}
        departments={departments}
        locale={formats.locale}
        actions={permissions.has("source:write") ? ACTIONS : null}
      />
    </>
  );
}

type Read = Awaited<ReturnType<typeof readSource>>;
type FeedProps = Pick<Read, "source" | "fetch" | "tries" | "hooks"> & { session: MemberSession };

/** How its rows come, and what came of the last fetches. */
function SourceFeed({ session, source, fetch, hooks, tries }: FeedProps) {
  const { workspace, formats, permissions } = session;
  return (
    <>
      <FeedPanel
        tenant={workspace.slug}
        sourceId={source.id}
        isArchived={source.isArchived}
        fetch={fetch}
        hooks={hooks}
        formats={formats}
        permissions={permissions}
        actions={permissions.has("source:write") ? FETCH_ACTIONS : null}
      />
      {tries.length > 0 && (
        <FetchLogPanel
          tries={tries}
          tenant={workspace.slug}
          formats={formats}
          mayImports={permissions.has("import:read")}
        />
      )}
    </>
  );
}

type MappingsProps = Pick<Read, "mappings"> & { session: MemberSession };

function SourceMappings({ session, mappings }: MappingsProps) {
  if (mappings.length === 0) return null;
  return (
    <MappingsPanel
      mappings={mappings}
      tenant={session.workspace.slug}
      formats={session.formats}
      forget={session.permissions.has("import:write") ? forgetMappingAction : null}
    />
  );
}

/** `imports` is null for who may not see any. */
function readSource(session: MemberSession, sourceId: string) {
  const mayImports = session.permissions.has("import:read");
  const reading = withTenant(
    session,
    "source:read",
    async (tx) => {
      const source = await getSource(tx, session, sourceId);
      const asked = { ...importsAddress.usual, sources: [source.id] };
      return {
        source,
        months: await listSourceMonths(tx, session, source.id),
        imports: mayImports ? (await listImports(tx, { limit: IMPORTS_SHOWN }, asked)).items : null,
        departments: await listDepartmentNames(tx),
        fetch: await findFetch(tx, source.id),
        tries: await listFetchTries(tx, source.id),
        hooks: await listHooksOf(tx, session, source.id),
        mappings: mayImports ? await listSavedMappings(tx, source.id) : [],
      };
    },
    { timeoutMs: LONGEST_MS },
  );
  return orNotFound(reading);
}
