import type { ReactNode } from "react";
import { NoRun } from "#components/lifetime/no-run.tsx";
import { RunDoubts } from "#components/lifetime/run-doubts.tsx";
import { ValueFrame, type ValueTab } from "#components/value/value-frame.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { findLatestRun } from "#lib/clv-runs/index.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { Refusal } from "../refusal.tsx";

export type LifetimePageProps<Found> = {
  tenant: string;
  tab: ValueTab;
  /** null where no run has what is shown */
  find: (tx: TenantTx, session: MemberSession) => Promise<Found | null>;
  /** `newRunHref`: where a run is started; null for those who may not */
  children: (found: Found, session: MemberSession, newRunHref: string | null) => ReactNode;
};

/** A view of the last run for those who may read value, or why there is none and the way to one. */
export async function LifetimePage<Found>(props: LifetimePageProps<Found>) {
  const { tenant, tab, find, children } = props;
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const { found, latest } = await withTenant(session, "value:read", async (tx) => ({
    found: await find(tx, session),
    latest: await findLatestRun(tx),
  }));
  const newRunHref = session.permissions.has("value:write") ? `/w/${tenant}/value/runs/new` : null;
  return (
    <ValueFrame slug={tenant} tab={tab} formats={session.formats}>
      {found === null ? (
        <NoRun reason={absenceOf(latest)} href={newRunHref} />
      ) : (
        <>
          {latest && latest.model !== "historic" && (
            <RunDoubts run={latest} locale={session.formats.locale} base={`/w/${tenant}/value`} />
          )}
          {children(found, session, newRunHref)}
        </>
      )}
    </ValueFrame>
  );
}

function absenceOf(latest: Awaited<ReturnType<typeof findLatestRun>>) {
  if (!latest) return "none";
  return latest.model === "historic" ? "historic" : "alone";
}
