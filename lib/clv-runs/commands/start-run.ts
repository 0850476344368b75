import "server-only";
import { hasContactPrice } from "#lib/activity-rates/index.ts";
import { recordEvent } from "#lib/audit/index.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import { findSources, type RunSources } from "../queries/contract-facts.ts";
import { basisOf, cohortOf, isOfSome } from "../run-basis.ts";
import type { StartRun } from "../schema.ts";
import type { RunBasis, RunCohort } from "../types.ts";

/** Runs of one workspace that may wait or go on at once. */
const MOST_WAITING = 5;

/**
 * Ask for a run: it waits its turn in the worker. A margin that is left out is the workspace's. Contracts are read where they are asked
 * for, or where there is no order.
 *
 * @throws DomainError `invalid_input` where no order or contract lies up to the cut-off or a cohort cannot be told, `forbidden` for a
 *   cohort by attribute without the right to read personal data, `too_many_requests` while five wait
 */
export async function startRun(
  tx: TenantTx,
  session: Session,
  asked: StartRun,
  { isScheduled = false }: { isScheduled?: boolean } = {},
): Promise<{ id: string }> {
  await refuseTooMany(tx);
  await refuseFuture(tx, session, asked.cutoffOn);
  const sources = await findSources(tx, session, asked.cutoffOn);
  const basis = basisOf(asked.model, sources);
  await refuseWithoutData(tx, session, { asked, basis, sources });
  const cohort = cohortOf(asked.cohort);
  refuseCohort(session, basis, cohort);
  const isPartial = isOfSome(cohort, basis, sources);
  const settings = await getSettings(tx, session);
  const { marginRate, costPerOrderMinor } = settings;
  const margin = asked.marginRate === undefined ? marginRate : asked.marginRate;
  // An order has a cost of its own; a renewal has not.
  const cost = margin === null || basis === "contracts" ? null : costPerOrderMinor;
  const contactCosts = margin === null ? null : await contactCostsOf(tx, session, settings);
  const isForetold = margin !== null && asked.model !== "historic";
  const retentionCost = isForetold ? settings.retentionCostPerYearMinor || null : null;
  const id = await insertRun(tx, session, asked, {
    ...{ basis, cohort, isPartial, isScheduled, margin, cost, contactCosts, retentionCost },
  });
  await enqueue(tx, "clv.run", { tenantId: session.workspace.id, runId: id });
  await recordEvent(tx, session, {
    action: "value.run_started",
    object: { type: "clv_run", id },
    after: {
      ...{ model: asked.model, cutoffOn: asked.cutoffOn, horizonMonths: asked.horizonMonths },
      ...{ discountRateAnnual: asked.discountRateAnnual, marginRate: margin, isScheduled },
      ...{ basis, isPartial },
    },
  });
  return { id };
}

type Decided = {
  basis: RunBasis;
  cohort: RunCohort | null;
  isPartial: boolean;
  isScheduled: boolean;
  margin: number | null;
  cost: number | null;
  contactCosts: Rates["costPerContactMinor"] | null;
  retentionCost: number | null;
};

/** What contacts cost by channel, beside the rates of activities; null where neither tells. */
async function contactCostsOf(
  tx: TenantTx,
  { workspace: { currency } }: Session,
  { costPerContactMinor }: Pick<Rates, "costPerContactMinor">,
): Promise<Rates["costPerContactMinor"] | null> {
  const isPriced = await hasContactPrice(tx, { costPerContactMinor, currency });
  return isPriced ? costPerContactMinor : null;
}

async function insertRun(
  tx: TenantTx,
  session: Session,
  asked: StartRun,
  { basis, cohort, isPartial, isScheduled, margin, cost, contactCosts, retentionCost }: Decided,
): Promise<string> {
  const { id: tenantId, currency } = session.workspace;
  const id = newId();
  await tx.$executeRaw`
    INSERT INTO clv_run (tenant_id, id, is_scheduled, created_by, asked_model, asked_cutoff_on, horizon_months,
      discount_rate_annual, margin_rate, cost_per_order_minor, cost_per_contact_minor,
      retention_cost_per_year_minor, cohort, basis, is_partial, currency)
    VALUES (${tenantId}::uuid, ${id}::uuid, ${isScheduled}, ${memberOf(session)}::uuid, ${asked.model}, ${asked.cutoffOn}::date,
      ${asked.horizonMonths}::int, ${asked.discountRateAnnual}::float8, ${margin}::float8, ${cost}::bigint,
      ${contactCosts === null ? null : JSON.stringify(contactCosts)}::jsonb, ${retentionCost}::bigint,
      ${cohort === null ? null : JSON.stringify(cohort)}::jsonb, ${basis}, ${isPartial}, ${currency})`;
  return id;
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

async function refuseFuture(
  tx: TenantTx,
  { workspace }: Session,
  cutoffOn: string | null,
): Promise<void> {
  if (cutoffOn === null) return;
  const [{ today }] = await tx.$queryRaw<[{ today: string }]>`
    SELECT (now() AT TIME ZONE ${workspace.timeZone})::date::text AS today`;
  if (cutoffOn > today) refuse("cutoffOn", "This day has not come yet. Choose one up to today.");
}

async function refuseWithoutData(
  tx: TenantTx,
  { workspace: { currency } }: Session,
  { asked, basis, sources }: { asked: StartRun; basis: RunBasis; sources: RunSources },
): Promise<void> {
  if (basis === "contracts" ? sources.hasContracts : sources.hasOrders) return;
  if (basis === "contracts") return await refuseWithoutContracts(tx, asked.cutoffOn, currency);
  if (asked.cutoffOn !== null && (await hasOrder(tx, { currency })))
    refuse("cutoffOn", "There is no order up to this day. Choose a later one.");
  if (await hasOrder(tx, {}))
    refuse("cutoffOn", `No order is in ${currency}, the currency of this workspace.`);
  refuse("cutoffOn", "There is no order yet. Import orders first.");
}

async function hasOrder(tx: TenantTx, where: { currency?: string }): Promise<boolean> {
  return (await tx.customerOrder.findFirst({ where, select: { id: true } })) !== null;
}

async function refuseWithoutContracts(
  tx: TenantTx,
  cutoffOn: string | null,
  currency: string,
): Promise<never> {
  const inCurrency = { OR: [{ currency: null }, { currency }] };
  if (await hasContract(tx, inCurrency)) {
    if (cutoffOn === null) refuse("model", "No subscription has begun yet.");
    refuse("cutoffOn", "There is no subscription up to this day. Choose a later one.");
  }
  if (await hasContract(tx, {}))
    refuse("model", `No subscription is in ${currency}, the currency of this workspace.`);
  refuse("model", "There is no subscription yet. Import subscriptions first.");
}

async function hasContract(
  tx: TenantTx,
  where: { OR?: { currency: string | null }[] },
): Promise<boolean> {
  return (await tx.subscription.findFirst({ where, select: { id: true } })) !== null;
}

function refuseCohort(session: Session, basis: RunBasis, cohort: RunCohort | null): void {
  if (basis === "contracts" && cohort?.channel)
    refuse("channel", "Subscriptions have no channel. Leave it out.");
  if (!cohort?.attribute || mayReadPersonalData(session)) return;
  throw new DomainError("forbidden", "Your role does not show attributes. Leave this one out.");
}

function refuse(field: string, message: string): never {
  throw new DomainError("invalid_input", message, { fields: { [field]: [message] } });
}
