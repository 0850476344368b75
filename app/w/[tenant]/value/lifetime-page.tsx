import type { ReactNode } from "react";
import { MonthNotice } from "#components/lifetime/month-notice.tsx";
import { NoRun } from "#components/lifetime/no-run.tsx";
import { RunDoubts } from "#components/lifetime/run-doubts.tsx";
import { ValueFrame, type ValueTab } from "#components/value/value-frame.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { findShownRun, hasSources, type RunDetail, type ShownRun } from "#lib/clv-runs/index.ts";
import { pastRunId } from "#lib/clv-runs/run-month.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { Refusal } from "../refusal.tsx";
import { bridgeHrefs } from "./bridge-hrefs.ts";

export type LifetimePageProps<Found> = {
  tenant: string;
  tab: ValueTab;
  /** The month that is looked back at, as the address has it */
  month: string;
  /** The view is of the run of that month; left out, of the latest whatever the month */
  isOfMonth?: boolean;
  /** null where the run does not have what is shown */
  find: (tx: TenantTx, session: MemberSession, run: RunDetail) => Promise<Found | null>;
  children: (found: Found, session: MemberSession, place: LifetimePlace) => ReactNode;
};

export type LifetimePlace = {
  /** The month that is looked back at; "" where that is the latest, or has no run */
  month: string;
  /** Where a run is started; null for those who may not */
  newRunHref: string | null;
};

/** A view of the last run, or that of a month, for those who may read value, or why there is none and the way to one. */
export async function LifetimePage<Found>(props: LifetimePageProps<Found>) {
  const { tenant, tab, month, isOfMonth = false, find, children } = props;
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const { found, shown, isBare } = await withTenant(session, "value:read", async (tx) => {
    const shown = await findShownRun(tx, session, isOfMonth ? month : "");
    return {
      shown,
      found: shown.run && (await find(tx, session, shown.run)),
      isBare: shown.run === null && !(await hasSources(tx, session)),
    };
  });
  const { run } = shown;
  const base = `/w/${tenant}/value`;
  const newRunHref = session.permissions.has("value:write") ? `${base}/runs/new` : null;
  const place = { month: pastRunId(shown.months, month) === null ? "" : month, newRunHref };
  return (
    <ValueFrame slug={tenant} tab={tab} month={place.month} formats={session.formats}>
      {isOfMonth && (
        <MonthNotice
          {...{ shown, month, locale: session.formats.locale }}
          href={`${base}/${tab}`}
        />
      )}
      {found === null ? (
        <NoRunYet {...{ shown, isBare, session, newRunHref }} />
      ) : (
        <>
          {run && run.model !== "historic" && (
            <RunDoubts run={run} locale={session.formats.locale} base={base} />
          )}
          {children(found, session, place)}
        </>
      )}
    </ValueFrame>
  );
}

type NoRunYetProps = {
  shown: ShownRun;
  isBare: boolean;
  session: MemberSession;
  newRunHref: string | null;
};

function NoRunYet({ shown, isBare, session, newRunHref }: NoRunYetProps) {
  // A new run does not change what was known then.
  if (shown.isPast) return <NoRun reason="pastAlone" href={null} />;
  if (isBare) return <NoRun reason="nothing" href={bridgeHrefs(session).imports} />;
  return <NoRun reason={absenceOf(shown.run)} href={newRunHref} />;
}

function absenceOf(run: RunDetail | null) {
  if (!run) return "none";
  return run.model === "historic" ? "historic" : "alone";
}
