import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FetchForm } from "#components/sources/fetch-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { listSavedMappings } from "#lib/imports/index.ts";
import { findFetch } from "#lib/source-fetch/index.ts";
import { getSource } from "#lib/sources/index.ts";
import { Refusal } from "../../../../refusal.tsx";
import { setFetchAction } from "./actions.ts";

const LONGEST_MS = 30_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sources");
  return { title: t("fetchPage") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; sourceId: string }> }>;

export default async function FetchSourcePage({ params }: Props) {
  const { tenant, sourceId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("source:write")) return <Refusal session={session} />;
  const reading = withTenant(
    session,
    "source:write",
    async (tx) => ({
      source: await getSource(tx, session, sourceId),
      fetch: await findFetch(tx, sourceId),
      mappings: session.permissions.has("import:read") ? await listSavedMappings(tx) : [],
    }),
    { timeoutMs: LONGEST_MS },
  );
  const [t, { source, fetch, mappings }] = await Promise.all([
    getTranslations("sources"),
    orNotFound(reading),
  ]);
  const base = `/w/${tenant}/data/sources`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("data") },
          { label: t("title"), href: base },
          { label: source.name, href: `${base}/${source.id}` },
          { label: t("fetchPage") },
        ]}
      />
      <PageHeader title={t("fetchTitle", { source: source.name })} purpose={t("fetchPurpose")} />
      <FetchForm
        tenant={tenant}
        sourceId={source.id}
        stored={fetch}
        likelyKind={source.kind}
        mappings={mappings
          .filter((each) => each.source !== source.name)
          .map(({ id, kind, fileName, source: from }) => ({ id, kind, fileName, source: from }))}
        timeZone={session.workspace.timeZone}
        action={setFetchAction}
      />
    </>
  );
}
