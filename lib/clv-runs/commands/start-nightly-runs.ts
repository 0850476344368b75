import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { inEveryWorkspace } from "#lib/jobs/in-every-workspace.ts";
import { lastContractDay } from "../queries/contract-facts.ts";
import { findLatestRun } from "../queries.ts";
import { StartRun } from "../schema.ts";
import { startRun } from "./start-run.ts";

/**
 * The job `clv.nightly`: ask for a run in every workspace that has one of all its customers and whose orders, rates or contracts have
 * changed since, with the model, horizon and discount of the last such one, the rates now in force, up to its last order or contract.
 */
export function startNightlyRuns(): Promise<void> {
  return inEveryWorkspace("a nightly run could not start", (session) =>
    withTenant(session, "value:write", (tx) => startIfChanged(tx, session)),
  );
}

async function startIfChanged(tx: TenantTx, session: Session): Promise<void> {
  const last = await tx.clvRun.findFirst({
    where: { isPartial: false },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  if (!(last && (await hasChanged(tx, session, last)))) return;
  const { askedModel, horizonMonths, discountRateAnnual } = (await findLatestRun(tx)) ?? last;
  const asked = StartRun.parse({
    // Once there are orders too, contracts alone would speak of some customers only.
    model: askedModel === "sbg" ? "auto" : askedModel,
    horizonMonths,
    discountRateAnnual,
  });
  await startRun(tx, session, asked, { isScheduled: true });
}

type LastRun = { basis: string; createdAt: Date; cutoffOn: Date | null };

/** Whether value was computed again since, or a contract began or ended after the cut-off. */
async function hasChanged(tx: TenantTx, session: Session, last: LastRun): Promise<boolean> {
  if (last.basis === "contracts") {
    const day = await lastContractDay(tx, session);
    return day !== null && (!last.cutoffOn || new Date(day) > last.cutoffOn);
  }
  const snapshot = await tx.valueSnapshot.findFirst({ select: { computedAt: true } });
  return snapshot !== null && snapshot.computedAt > last.createdAt;
}
