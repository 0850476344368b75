import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BridgeFigure } from "#components/bridge/bridge-figure.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { ValueOverviewView } from "#components/value/value-overview.tsx";
import { FirstPanel } from "#components/watchlist/first-panel.tsx";
import type { MemberSession } from "#lib/auth/types.ts";
import { findWorkspaceBridge } from "#lib/bridge/index.ts";
import { getLifetimeOverview, type LifetimeOverview } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { asWatchRun, listWatched } from "#lib/defection/index.ts";
import type { WatchRow } from "#lib/defection/types.ts";
import { valueAddress } from "#lib/value/filter.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import { setAsOfAction } from "./actions.ts";
import { bridgeHrefs } from "./bridge-hrefs.ts";
import { lifetimeParts } from "./lifetime-parts.tsx";
import { ValuePage } from "./value-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("value");
  return { title: t("title") };
}

const FIRST_AT_RISK = 5;

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ValueOverviewPage({ params, searchParams }: Props) {
  const query = valueAddress.read(await searchParams);
  const { month } = query;
  return (
    <ValuePage
      tenant={(await params).tenant}
      tab="overview"
      month={month}
      permission="value:read"
      find={(tx, session) => findOverview(tx, session, month)}
    >
      {({ value, lifetime, marginRate, watched, bridge }, session) => {
        const first = <FirstAtRisk watched={watched} lifetime={lifetime} session={session} />;
        const parts = lifetimeParts({ lifetime, marginRate, query }, session);
        if (!value || lifetime.isPast)
          return (
            <>
              {parts.months}
              {parts.head}
              {first}
              {parts.beside}
              {parts.foot}
            </>
          );
        return (
          <ValueOverviewView
            value={value}
            query={query}
            slug={session.workspace.slug}
            formats={session.formats}
            setAsOf={session.permissions.has("value:write") ? setAsOfAction : null}
            maySetRates={session.permissions.has("workspace:write")}
            {...parts}
            first={first}
            bridge={
              lifetime.run &&
              bridge && (
                <BridgeFigure
                  found={{ run: lifetime.run, value }}
                  {...bridge}
                  formats={valueFormats(value.currency, session.formats.locale)}
                  exportHref={`/w/${session.workspace.slug}/value/bridge/export`}
                  hrefs={bridgeHrefs(session)}
                  moreHref={`/w/${session.workspace.slug}/value/bridge`}
                />
              )
            }
          />
        );
      }}
    </ValuePage>
  );
}

/**
 * What orders are worth, and what the last run says; a run over contracts stands alone where there are no orders, as does one of a past
 * month.
 */
async function findOverview(tx: TenantTx, session: MemberSession, month: string) {
  const value = await findValueOverview(tx, session);
  const lifetime = await getLifetimeOverview(tx, session, month);
  if (!value && lifetime.run?.basis !== "contracts") return null;
  const { marginRate } = await getSettings(tx, session);
  const { run } = lifetime;
  if (lifetime.isPast) return { value, lifetime, marginRate, watched: [], bridge: null };
  const bridge = value && run && (await findWorkspaceBridge(tx, session, { value, run }));
  const watchRun = asWatchRun(run);
  const page = { limit: FIRST_AT_RISK };
  const watched =
    typeof watchRun === "string"
      ? []
      : (await listWatched(tx, session, { run: watchRun }, page)).items;
  return { value, lifetime, marginRate, watched, bridge };
}

type FirstAtRiskProps = {
  watched: readonly WatchRow[];
  lifetime: LifetimeOverview;
  session: MemberSession;
};

/** The customers to keep first; nothing where nobody is known to be at risk. */
function FirstAtRisk({ watched, lifetime: { run }, session }: FirstAtRiskProps) {
  if (!run || watched.length === 0) return null;
  return (
    <FirstPanel
      rows={watched}
      customers={run.customers ?? 0}
      basis={run.basis}
      href={`/w/${session.workspace.slug}/value/watchlist`}
      formats={valueFormats(run.currency, session.formats.locale)}
    />
  );
}
