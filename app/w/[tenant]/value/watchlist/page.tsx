import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { NoRun } from "#components/lifetime/no-run.tsx";
import { RunDefinition } from "#components/lifetime/run-definition.tsx";
import { RunDoubts } from "#components/lifetime/run-doubts.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { ValueFrame } from "#components/value/value-frame.tsx";
import { CasesElsewhere } from "#components/watchlist/cases-elsewhere.tsx";
import { NobodyWatched, NoWatchList } from "#components/watchlist/no-watch-list.tsx";
import { WatchFilterBar } from "#components/watchlist/watch-filter-bar.tsx";
import { WatchHead } from "#components/watchlist/watch-head.tsx";
import { WatchTable } from "#components/watchlist/watch-table.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { hasSources, pastMonthOf, runMonthAddress } from "#lib/clv-runs/index.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { type WatchQuery, watchAddress } from "#lib/defection/filter.ts";
import {
  findWatchRun,
  listCasesElsewhere,
  listResponsible,
  listWatched,
  type NoWatchList as Reason,
  type WatchRun,
} from "#lib/defection/index.ts";
import type { Responsible, WatchRow } from "#lib/defection/types.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import type { Page, UnknownValue } from "#lib/lists/types.ts";
import { Refusal } from "../../refusal.tsx";
import { bridgeHrefs } from "../bridge-hrefs.ts";

const ROWS_A_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("watchlist");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function WatchListPage({ params, searchParams }: Props) {
  const [{ tenant }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("watchlist"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const after = typeof asked["after"] === "string" ? asked["after"] : null;
  const wanted = watchAddress.read(asked);
  const { month, ...found } = await orNotFound(
    withTenant(session, "value:read", async (tx) => ({
      ...(await readList(tx, session, wanted, after)),
      month: await pastMonthOf(tx, session, wanted.month),
    })),
  );
  const query = { ...wanted, month };
  const href = `/w/${tenant}/value`;
  return (
    <ValueFrame
      slug={tenant}
      tab="watchlist"
      month={month}
      formats={session.formats}
      actions={
        <ButtonLink href={`${href}/watchlist/calibration${runMonthAddress.write(query)}`}>
          {t("calibrationTitle")}
        </ButtonLink>
      }
    >
      <CasesElsewhere customers={found.elsewhere} href={`${href}/watchlist`} />
      {"absence" in found ? (
        <NobodyKnown
          {...{ session, href }}
          absence={found.absence}
          isBare={found.isBare === true}
        />
      ) : (
        <WatchList
          {...{ session, query, after, ...found }}
          unknown={watchAddress.unknown(asked)}
          href={`${href}/watchlist`}
        />
      )}
    </ValueFrame>
  );
}

type NobodyKnownProps = {
  session: MemberSession;
  /** The pages of value */
  href: string;
  absence: Reason;
  /** Whether there is nothing that a run could compute from */
  isBare: boolean;
};

function NobodyKnown({ session, href, absence, isBare }: NobodyKnownProps) {
  if (isBare) return <NoRun reason="nothing" href={bridgeHrefs(session).imports} />;
  const mayRun = session.permissions.has("value:write");
  return <NoWatchList reason={absence} href={mayRun ? `${href}/runs/new` : null} />;
}

type Found = { run: WatchRun; page: Page<WatchRow>; members: Responsible[] };
type WatchListProps = Found & {
  session: MemberSession;
  query: WatchQuery;
  unknown: readonly UnknownValue[];
  after: string | null;
  href: string;
};

function WatchList(props: WatchListProps) {
  const { session, run, page, members, query, after, href } = props;
  const t = useTranslations("watchlist");
  const { permissions, formats } = session;
  const write = valueFormats(run.currency, formats.locale);
  const { items, next } = page;
  return (
    <>
      <RunDoubts run={run} locale={formats.locale} base={`/w/${session.workspace.slug}/value`} />
      <WatchHead run={run} formats={write} />
      <WatchFilterBar
        query={query}
        unknown={props.unknown}
        href={href}
        tiers={tierOptions(run)}
        members={members.map(({ id, name }) => ({ value: id, label: name }))}
        exportHref={permissions.has("customer:export") ? `${href}/export` : null}
      />
      {items.length === 0 ? (
        <NobodyWatched
          filters={watchAddress.countFilters(query)}
          href={href + watchAddress.write(watchAddress.withoutFilters(query))}
        />
      ) : (
        <WatchTable
          rows={items}
          href={href}
          formats={write}
          mayAssign={permissions.has("defection:write")}
          hasValue={permissions.has("value:write")}
          basis={run.basis}
        />
      )}
      <Pager
        label={t("title")}
        first={after && href + watchAddress.write(query)}
        next={next && href + watchAddress.write(query, next)}
      />
      <p className="text-2xs text-muted">
        <RunDefinition run={run} formats={write} />
      </p>
    </>
  );
}

function tierOptions({ totals }: WatchRun) {
  return (totals?.tierCuts?.tiers ?? []).map(({ name }, index) => ({
    value: String(index + 1),
    label: name,
  }));
}

async function readList(
  tx: TenantTx,
  session: MemberSession,
  query: WatchQuery,
  after: string | null,
) {
  const run = await findWatchRun(tx);
  if (typeof run === "string")
    return {
      absence: run,
      isBare: run === "no_run" && !(await hasSources(tx, session)),
      elsewhere: await listCasesElsewhere(tx, session, null),
    };
  return {
    run,
    elsewhere: await listCasesElsewhere(tx, session, run.id),
    page: await listWatched(tx, session, { run, query }, { after, limit: ROWS_A_PAGE }),
    members: await listResponsible(tx),
  };
}
