import { getTranslations } from "next-intl/server";
import { NoRecords } from "#components/records/no-records.tsx";
import { recordsHref } from "#components/records/record-places.ts";
import { RecordTabs } from "#components/records/record-tabs.tsx";
import { RecordsFilterBar } from "#components/records/records-filter-bar.tsx";
import { RecordsTable } from "#components/records/records-table.tsx";
import { DataTabs } from "#components/sources/data-tabs.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { type MemberSession, mayReadPersonalData } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { listOrigins } from "#lib/imports/index.ts";
import type { UnknownValue } from "#lib/lists/types.ts";
import { type RecordQuery, recordsAddress } from "#lib/records/filter.ts";
import { listRecordRows, listRecordWords, type RecordPage } from "#lib/records/index.ts";
import { importKindOf, RECORDS } from "#lib/records/kinds.ts";
import type { RecordKind } from "#lib/records/types.ts";

const RECORDS_A_PAGE = 50;
/** A filter by a word or a file has no index: a page looks through a million records, which takes a moment. */
const LONGEST_MS = 15_000;

type RecordsProps = {
  session: MemberSession;
  kind: RecordKind;
  /** What the address asks for */
  query: RecordQuery;
  /** What it says and the list cannot read */
  unknown: readonly UnknownValue[];
  after: string | null;
};

/** The list of one kind of record with its filters, or why there is none. */
export async function Records({ session, kind, query: asked, unknown, after }: RecordsProps) {
  const query = allowedQuery(session, kind, asked);
  const [t, data, { page, ...choices }] = await Promise.all([
    getTranslations("records"),
    getTranslations("imports"),
    readRecords(session, kind, query, after),
  ]);
  const { permissions, formats, workspace } = session;
  const { slug } = workspace;
  const href = recordsHref(slug, kind);
  const importButton = permissions.has("import:write") && (
    <ButtonLink href={`/w/${slug}/data/imports/new`} variant="primary">
      {t("importFile")}
    </ButtonLink>
  );
  const filters = recordsAddress.countFilters(query);
  const isEmpty = page.items.length === 0 && !after && filters === 0;
  const next = page.next && href + recordsAddress.write(query, page.next);
  const further = furtherOf(page, next, formats.locale);
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: data("data") }, { label: t("records") }, { label: t(`kind_${kind}`) }]}
      />
      <PageHeader
        title={t(`kind_${kind}`)}
        purpose={t("purpose", { kind })}
        actions={!isEmpty && importButton}
      />
      <DataTabs slug={slug} permissions={permissions} />
      <RecordTabs slug={slug} permissions={permissions} />
      {!isEmpty && (
        <RecordsFilterBar
          {...{ kind, query, unknown, href, ...choices }}
          locale={formats.locale}
          mayAskCustomer={mayAskCustomer(session, kind)}
          exportHref={permissions.has("customer:export") ? `${href}/export` : null}
        />
      )}
      {page.items.length === 0 ? (
        <NoRecords {...{ kind, filters, href, further, importButton }} />
      ) : (
        <Panel hasPadding={false}>
          <RecordsTable {...{ kind, slug, formats, permissions }} rows={page.items} />
        </Panel>
      )}
      <SearchedNote kind={kind} further={page.items.length > 0 ? further : null} />
      <Pager
        label={t(`kind_${kind}`)}
        first={after && href + recordsAddress.write(query)}
        next={next}
      />
    </>
  );
}

type Further = ReturnType<typeof furtherOf>;

/** Where a search that stopped goes on. */
function furtherOf({ searched }: RecordPage, next: string | null, locale: string) {
  if (searched === null || next === null) return null;
  return { href: next, searched: formatNumber(searched, locale) };
}

async function SearchedNote({ kind, further }: { kind: RecordKind; further: Further }) {
  const t = await getTranslations("records");
  if (!further) return null;
  return <p className="text-xs text-muted">{t("searchedSome", { kind, ...further })}</p>;
}

/** One transaction for the page; a key that is none is an address that leads nowhere. */
async function readRecords(
  session: MemberSession,
  kind: RecordKind,
  query: RecordQuery,
  after: string | null,
) {
  const { locale } = session.formats;
  const { page, words, origins } = await orNotFound(
    withTenant(
      session,
      RECORDS[kind].permission,
      async (tx) => ({
        page: await listRecordRows(tx, session, { kind, query }, { after, limit: RECORDS_A_PAGE }),
        words: await listRecordWords(tx, session, kind),
        origins: await listOrigins(tx, importKindOf(kind)),
      }),
      { timeoutMs: LONGEST_MS },
    ),
  );
  const t = await getTranslations("records");
  return {
    page,
    words,
    // What is the workspace's own has no source to be asked for.
    sources: RECORDS[kind].hasSource
      ? origins.sources.map(({ id, name }) => ({ value: id, label: name }))
      : [],
    imports: origins.imports.map(({ id, fileName, on }) => ({
      value: id,
      label: t("importOption", { file: fileName, day: formatDay(on, locale) }),
    })),
  };
}

function mayAskCustomer(session: MemberSession, kind: RecordKind): boolean {
  const { hasCustomer, hidesCustomer } = RECORDS[kind];
  return hasCustomer && (!hidesCustomer || mayReadPersonalData(session));
}

/** Whoever may not read whose they are asks nothing about it. */
function allowedQuery(session: MemberSession, kind: RecordKind, query: RecordQuery): RecordQuery {
  return mayAskCustomer(session, kind) ? query : { ...query, customer: "" };
}
