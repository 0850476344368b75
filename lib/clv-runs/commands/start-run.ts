import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import type { StartRun } from "../schema.ts";

/** Runs of one workspace that may wait or go on at once. */
const MOST_WAITING = 5;

/**
 * Ask for a run: it waits its turn in the worker. A margin that is left out is the workspace's.
 *
 * @throws DomainError `invalid_input` where no order lies up to the cut-off, `too_many_requests` while five wait
 */
export async function startRun(
  tx: TenantTx,
  session: Session,
  asked: StartRun,
  { isScheduled = false }: { isScheduled?: boolean } = {},
): Promise<{ id: string }> {
  const { id: tenantId, currency } = session.workspace;
  await refuseTooMany(tx);
  await refuseWithoutOrders(tx, currency, asked.cutoffOn);
  const { marginRate, costPerOrderMinor } = await getSettings(tx, session);
  const id = newId();
  const margin = asked.marginRate === undefined ? marginRate : asked.marginRate;
  await tx.$executeRaw`
    INSERT INTO clv_run (tenant_id, id, is_scheduled, created_by, asked_model, asked_cutoff_on, horizon_months,
      discount_rate_annual, margin_rate, cost_per_order_minor, cohort, currency)
    VALUES (${tenantId}::uuid, ${id}::uuid, ${isScheduled}, ${memberOf(session)}::uuid, ${asked.model}, ${asked.cutoffOn}::date,
      ${asked.horizonMonths}::int, ${asked.discountRateAnnual}::float8, ${margin}::float8,
      ${margin === null ? null : costPerOrderMinor}::bigint,
      ${asked.cohort === null ? null : JSON.stringify(asked.cohort)}::jsonb, ${currency})`;
  await enqueue(tx, "clv.run", { tenantId, runId: id });
  await recordEvent(tx, session, {
    action: "value.run_started",
    object: { type: "clv_run", id },
    after: {
      ...{ model: asked.model, cutoffOn: asked.cutoffOn, horizonMonths: asked.horizonMonths },
      ...{ discountRateAnnual: asked.discountRateAnnual, marginRate: margin, isScheduled },
    },
  });
  return { id };
}

function memberOf({ actor }: Session): string | null {
  return actor.kind === "member" ? actor.membershipId : null;
}

async function refuseTooMany(tx: TenantTx): Promise<void> {
  const waiting = await tx.clvRun.count({ where: { status: { in: ["queued", "running"] } } });
  if (waiting < MOST_WAITING) return;
  throw new DomainError(
    "too_many_requests",
    "Five runs wait already. Ask again when one is done.",
    { retryAfterSeconds: 60 },
  );
}

async function refuseWithoutOrders(
  tx: TenantTx,
  currency: string,
  cutoffOn: string | null,
): Promise<void> {
  const order = await tx.customerOrder.findFirst({
    where: { currency, ...(cutoffOn === null ? {} : { orderedOn: { lte: new Date(cutoffOn) } }) },
    select: { id: true },
  });
  if (order) return;
  const message =
    cutoffOn === null
      ? "There is no order yet. Import orders first."
      : "There is no order up to this day. Choose a later one.";
  throw new DomainError("invalid_input", message, { fields: { cutoffOn: [message] } });
}
