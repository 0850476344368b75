import type { WatchRun } from "#lib/defection/index.ts";
import type { Reason, WatchRow } from "#lib/defection/types.ts";
import type { WatchedRecord } from "./watched-shape.ts";

/** A line of the watch list as the API hands it out. */
export function watchedRecord(row: WatchRow, run: WatchRun): WatchedRecord {
  const { latest } = row;
  return {
    ...{ customerId: row.customerId, customerExternalId: row.externalId, runId: run.id },
    ...{ tier: row.tierName, pAlive: row.pAlive, atRiskMinor: row.atRiskMinor },
    currency: run.currency,
    reasons: row.reasons.map(reasonRecord),
    case: latest && {
      ...{ id: latest.id, outcome: latest.outcome, dueOn: latest.dueOn },
      ...{ responsibleId: latest.responsible?.id ?? null, nextStep: latest.nextStep },
    },
  };
}

function reasonRecord({ kind, ...values }: Reason): WatchedRecord["reasons"][number] {
  return { kind, values };
}
