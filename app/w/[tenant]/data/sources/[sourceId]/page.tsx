import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
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
import { ALL_IMPORTS } from "#lib/imports/filter.ts";
import { listImports } from "#lib/imports/index.ts";
import { listDepartmentNames } from "#lib/members/index.ts";
import { getSource, listSourceMonths } from "#lib/sources/index.ts";
import { Refusal } from "../../../refusal.tsx";
import {
  archiveSourceAction,
  describeSourceAction,
  markSourceUsedAction,
  renameSourceAction,
  restoreSourceAction,
} from "../actions.ts";

const LONGEST_MS = 30_000;
const IMPORTS_SHOWN = 10;
const ACTIONS = {
  rename: renameSourceAction,
  describe: describeSourceAction,
  use: markSourceUsedAction,
  archive: archiveSourceAction,
  restore: restoreSourceAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sources");
  return { title: t("source") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; sourceId: string }> }>;

export default async function SourcePage({ params }: Props) {
  const { tenant, sourceId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("source:read")) return <Refusal session={session} />;
  const [t, { source, months, imports, departments }] = await Promise.all([
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
      {imports && (
        <SourceImportsPanel
          imports={imports}
          slug={tenant}
          sourceId={source.id}
          formats={formats}
        />
      )}
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

/** `imports` is null for who may not see any. */
function readSource(session: MemberSession, sourceId: string) {
  const mayImports = session.permissions.has("import:read");
  const reading = withTenant(
    session,
    "source:read",
    async (tx) => {
      const source = await getSource(tx, session, sourceId);
      const asked = { ...ALL_IMPORTS, sources: [source.id] };
      return {
        source,
        months: await listSourceMonths(tx, session, source.id),
        imports: mayImports ? (await listImports(tx, { limit: IMPORTS_SHOWN }, asked)).items : null,
        departments: await listDepartmentNames(tx),
      };
    },
    { timeoutMs: LONGEST_MS },
  );
  return orNotFound(reading);
}
