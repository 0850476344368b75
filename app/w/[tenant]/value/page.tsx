import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LifetimeHead } from "#components/lifetime/lifetime-head.tsx";
import { LifetimeNotes } from "#components/lifetime/lifetime-notes.tsx";
import { MovementFigure } from "#components/lifetime/movement-figure.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { ValueOverviewView } from "#components/value/value-overview.tsx";
import type { MemberSession } from "#lib/auth/types.ts";
import { getLifetimeOverview, type LifetimeOverview } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { parseValueQuery } from "#lib/value/filter.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import { setAsOfAction } from "./actions.ts";
import { startRunAction } from "./runs/actions.ts";
import { ValuePage } from "./value-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("value");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ValueOverviewPage({ params, searchParams }: Props) {
  const query = parseValueQuery(await searchParams);
  return (
    <ValuePage
      tenant={(await params).tenant}
      tab="overview"
      permission="value:read"
      find={findOverview}
    >
      {({ value, lifetime, marginRate }, session) => (
        <ValueOverviewView
          value={value}
          query={query}
          slug={session.workspace.slug}
          formats={session.formats}
          setAsOf={session.permissions.has("value:write") ? setAsOfAction : null}
          maySetRates={session.permissions.has("workspace:write")}
          {...lifetimeParts(lifetime, session, marginRate)}
        />
      )}
    </ValuePage>
  );
}

async function findOverview(tx: TenantTx, session: MemberSession) {
  const value = await findValueOverview(tx, session);
  if (!value) return null;
  const { marginRate } = await getSettings(tx, session);
  return { value, lifetime: await getLifetimeOverview(tx, session), marginRate };
}

/** What a run brings to the overview: its numbers at the head, its movement beside the curve, its definition at the foot. */
function lifetimeParts(
  lifetime: LifetimeOverview,
  { workspace: { slug }, permissions, formats: { locale } }: MemberSession,
  marginRate: number | null,
) {
  const { run, former, movement } = lifetime;
  const href = `/w/${slug}/value`;
  const isModel = run !== null && run.model !== "historic";
  const write = valueFormats(run?.currency ?? "EUR", locale);
  return {
    head: (
      <LifetimeHead
        {...{ lifetime, marginRate, locale }}
        tenant={slug}
        startRun={permissions.has("value:write") ? startRunAction : null}
      />
    ),
    beside: isModel && former && (
      <MovementFigure
        {...{ run, former, movement }}
        formats={write}
        exportHref={`${href}/movement/export`}
      />
    ),
    foot: isModel && <LifetimeNotes run={run} formats={write} runHref={`${href}/runs/${run.id}`} />,
  };
}
