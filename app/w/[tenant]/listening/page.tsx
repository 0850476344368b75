import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoSignals } from "#components/listening/no-signals.tsx";
import { SignalsFilterBar } from "#components/listening/signals-filter-bar.tsx";
import { SignalsTable } from "#components/listening/signals-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { type MemberSession, mayReadPersonalData } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { listOrigins } from "#lib/imports/index.ts";
import { listMemberChoices, maySeeSegments } from "#lib/segments/index.ts";
import { type SignalQuery, signalsAddress } from "#lib/signals/filter.ts";
import { listSignals } from "#lib/signals/index.ts";
import { Refusal } from "../refusal.tsx";

const SIGNALS_A_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("listening");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ListeningPage({ params, searchParams }: Props) {
  const [{ tenant }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("listening"),
  ]);
  const session = await requireSession(tenant);
  const after = typeof asked["after"] === "string" ? asked["after"] : null;
  const query = allowedQuery(session, signalsAddress.read(asked));
  const read = await readFeedback(session, query, after);
  if (!read) return <Refusal session={session} />;
  const { page, origins, segments } = read;
  const href = `/w/${tenant}/listening`;
  const importButton = session.permissions.has("import:write") && (
    <ButtonLink href={`/w/${tenant}/data/imports/new`} variant="primary">
      {t("importFile")}
    </ButtonLink>
  );
  const filters = signalsAddress.countFilters(query);
  const isEmpty = page.items.length === 0 && !after && filters === 0;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} actions={!isEmpty && importButton} />
      {!isEmpty && (
        <SignalsFilterBar
          query={query}
          unknown={signalsAddress.unknown(asked)}
          href={href}
          locale={session.formats.locale}
          segments={segments.map(({ id, name }) => ({ value: id, label: name }))}
          mayAskCustomer={mayReadPersonalData(session)}
          sources={origins.sources.map(({ id, name }) => ({ value: id, label: name }))}
          imports={origins.imports.map(({ id, fileName, on }) => ({
            value: id,
            label: t("importOption", {
              file: fileName,
              day: formatDay(on, session.formats.locale),
            }),
          }))}
          exportHref={session.permissions.has("customer:export") ? `${href}/export` : null}
        />
      )}
      {page.items.length === 0 ? (
        <NoSignals filters={filters} href={href} importButton={importButton} />
      ) : (
        <Panel hasPadding={false}>
          <SignalsTable signals={page.items} slug={tenant} locale={session.formats.locale} />
        </Panel>
      )}
      <Pager
        label={t("title")}
        first={after && href + signalsAddress.write(query)}
        next={page.next && href + signalsAddress.write(query, page.next)}
      />
    </>
  );
}

/** A page of the list, and what it can be narrowed to; null for who may not read it, or may not be told who is in a segment asked for. */
async function readFeedback(session: MemberSession, query: SignalQuery, after: string | null) {
  if (!session.permissions.has("signal:read")) return null;
  return orNotFound(
    withTenant(session, "signal:read", async (tx) => {
      const seesMembers = await maySeeSegments(tx, session, query.segments);
      if (query.segments.length > 0 && !seesMembers) return null;
      const request = { after, limit: SIGNALS_A_PAGE, seesMembers };
      return {
        page: await listSignals(tx, session, request, query),
        origins: await listOrigins(tx, "signals"),
        segments: await listMemberChoices(tx, session, query.segments),
      };
    }),
  );
}

/** Whoever may not read who said something, or who is in a segment, asks nothing about it. */
function allowedQuery(session: MemberSession, query: SignalQuery): SignalQuery {
  return {
    ...query,
    customer: mayReadPersonalData(session) ? query.customer : "",
    segments: session.permissions.has("segment:read") ? query.segments : [],
  };
}
