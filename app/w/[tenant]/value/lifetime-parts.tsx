import type { ReactNode } from "react";
import { LifetimeHead } from "#components/lifetime/lifetime-head.tsx";
import { LifetimeNotes } from "#components/lifetime/lifetime-notes.tsx";
import { MonthNotice } from "#components/lifetime/month-notice.tsx";
import { MovementFigure } from "#components/lifetime/movement-figure.tsx";
import { RunMonthFilter } from "#components/lifetime/run-month-filter.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import type { LifetimeOverview } from "#lib/clv-runs/index.ts";
import { type ValueQuery, valueAddress } from "#lib/value/filter.ts";
import { startRunAction } from "./runs/actions.ts";

export type LifetimePartsAsked = {
  lifetime: LifetimeOverview;
  /** The workspace's, 0..1 */
  marginRate: number | null;
  query: ValueQuery;
};

/** What a run brings to the overview: its month, its numbers at the head, its movement beside the curve, its definition at the foot. */
export function lifetimeParts(asked: LifetimePartsAsked, session: MemberSession) {
  const { lifetime, marginRate } = asked;
  const { workspace, permissions, formats } = session;
  return {
    months: <MonthFilter {...asked} session={session} />,
    head: (
      <>
        <MonthNotice
          {...{ shown: lifetime, month: asked.query.month, locale: formats.locale }}
          isPart
          href={`/w/${workspace.slug}/value`}
        />
        <LifetimeHead
          {...{ lifetime, marginRate, locale: formats.locale }}
          tenant={workspace.slug}
          startRun={permissions.has("value:write") ? startRunAction : null}
        />
      </>
    ),
    beside: movementOf(lifetime, session),
    foot: notesOf(lifetime, session),
  };
}

function MonthFilter({
  lifetime,
  query,
  session,
}: LifetimePartsAsked & { session: MemberSession }) {
  const { run, months } = lifetime;
  const shown = run?.cutoffOn?.slice(0, 7);
  if (shown === undefined) return null;
  const { workspace, formats } = session;
  return (
    <RunMonthFilter
      {...{ months, shown }}
      action={`/w/${workspace.slug}/value`}
      keep={valueAddress.keep(query, { month: "" })}
      locale={formats.locale}
    />
  );
}

function movementOf(
  { run, former, movement, isPast }: LifetimeOverview,
  { workspace: { slug }, formats: { locale } }: MemberSession,
): ReactNode {
  if (run === null || run.model === "historic" || !former || movement.length === 0) return null;
  const month = isPast ? `?month=${run.cutoffOn?.slice(0, 7)}` : "";
  return (
    <MovementFigure
      {...{ run, former, movement }}
      formats={valueFormats(run.currency, locale)}
      exportHref={`/w/${slug}/value/movement/export${month}`}
    />
  );
}

function notesOf(
  { run }: LifetimeOverview,
  { workspace: { slug }, formats: { locale } }: MemberSession,
): ReactNode {
  if (run === null || run.model === "historic") return null;
  const href = `/w/${slug}/value`;
  return (
    <LifetimeNotes
      run={run}
      formats={valueFormats(run.currency, locale)}
      runHref={`${href}/runs/${run.id}`}
      helpHref={`${href}/help`}
    />
  );
}
