import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerCrumbs } from "#components/customers/customer-crumbs.tsx";
import { ArchivedNeeds } from "#components/needs/archived-needs.tsx";
import { DeletedNeeds } from "#components/needs/deleted-needs.tsx";
import { NeedTabs } from "#components/needs/need-tabs.tsx";
import { NeedsFilterBar } from "#components/needs/needs-filter-bar.tsx";
import { NeedsTable } from "#components/needs/needs-table.tsx";
import { NoNeeds } from "#components/needs/no-needs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDeleted } from "#lib/deleted/index.ts";
import { matchingNeeds, needsAddress } from "#lib/needs/filter.ts";
import { listNeeds } from "#lib/needs/index.ts";
import { findSegmentsNow, listSegmentChoices } from "#lib/segments/index.ts";
import { Refusal } from "../../refusal.tsx";
import { bringBackNeedAction, restoreNeedAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function NeedsPage({ params, searchParams }: Props) {
  const [{ tenant }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("needs"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("need:read")) return <Refusal session={session} />;
  const { all, segments, figures, deleted } = await readRegister(session);
  const query = needsAddress.read(asked);
  const open = all.filter(({ isArchived }) => !isArchived);
  const archived = all.filter(({ isArchived }) => isArchived);
  const needs = matchingNeeds(open, query);
  const href = `/w/${tenant}/needs`;
  const mayWrite = session.permissions.has("need:write");
  const add = mayWrite && (
    <ButtonLink href={`${href}/new`} variant="primary">
      {t("add")}
    </ButtonLink>
  );
  const { locale } = session.formats;
  return (
    <>
      <CustomerCrumbs slug={tenant} crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} actions={open.length > 0 && add} />
      <NeedTabs slug={tenant} />
      {open.length > 0 && (
        <NeedsFilterBar
          query={query}
          href={href}
          segments={segments}
          exportHref={session.permissions.has("customer:export") ? `${href}/export` : null}
        />
      )}
      {needs.length === 0 ? (
        <NoNeeds
          filters={open.length === 0 ? 0 : needsAddress.countFilters(query)}
          href={href}
          addButton={add}
        />
      ) : (
        <Panel hasPadding={false}>
          <NeedsTable needs={needs} figures={figures} slug={tenant} locale={locale} />
        </Panel>
      )}
      {archived.length > 0 && (
        <ArchivedNeeds
          needs={archived}
          tenant={tenant}
          restore={mayWrite ? restoreNeedAction : null}
        />
      )}
      <DeletedNeeds
        needs={deleted}
        tenant={tenant}
        formats={session.formats}
        bringBack={bringBackNeedAction}
      />
    </>
  );
}

/** Every need, the segments to narrow them to, what is known of those they are about, and what can be brought back. */
function readRegister(session: MemberSession) {
  return withTenant(session, "need:read", async (tx) => {
    const all = await listNeeds(tx, session);
    const ids = new Set(all.flatMap(({ segment }) => segment?.id ?? []));
    return {
      all,
      segments: await listSegmentChoices(tx),
      figures: await findSegmentsNow(tx, [...ids]),
      deleted: session.permissions.has("need:write")
        ? await listDeleted(tx, session, { kind: "need" })
        : [],
    };
  });
}
