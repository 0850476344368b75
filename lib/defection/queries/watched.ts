import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { findScore, isToldAlive, type RunDetail, valueSeenBy } from "#lib/clv-runs/index.ts";
import { getCustomer } from "#lib/customers/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { tierName } from "#lib/tiers/index.ts";
import type { Danger, DefectionCase, Reason, Responsible } from "../types.ts";
import { listCases } from "./cases.ts";
import { listReasons } from "./facts.ts";
import { listResponsible } from "./members.ts";

/** A customer who may leave, with all cases there were. */
export type WatchedCustomer = {
  customerId: string;
  externalId: string;
  /** null: not known, or hidden when `isMasked` */
  name: string | null;
  isMasked: boolean;
  currency: string;
  /** The last run that has a score of them; null where none has */
  run: RunDetail | null;
  /** null where the last run says nothing of them, or foretells nothing */
  danger: Danger | null;
  reasons: readonly Reason[];
  /** The open one first, and then the last closed */
  cases: readonly DefectionCase[];
  /** Who may answer for a case */
  members: readonly Responsible[];
};

/** What is known of a customer's leaving and done about it. @throws DomainError `not_found` */
export async function getWatched(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<WatchedCustomer> {
  const { id: customerId, externalId, name, isMasked } = await getCustomer(tx, session, id);
  const found = await findScore(tx, session, customerId);
  const cutoffOn = found?.run.cutoffOn ?? null;
  const currency = found?.run.currency ?? session.workspace.currency;
  const reasons =
    cutoffOn === null ? null : await listReasons(tx, session, [customerId], { cutoffOn, currency });
  return {
    ...{ customerId, externalId, name, isMasked, currency, run: found?.run ?? null },
    danger: found && dangerOf(session, found.run, found.score),
    reasons: reasons?.get(customerId) ?? [],
    cases: await listCases(tx, session, customerId),
    members: await listResponsible(tx),
  };
}

type Score = NonNullable<Awaited<ReturnType<typeof findScore>>>["score"];

function dangerOf(session: Session, run: RunDetail, score: Score): Danger | null {
  const { pAlive, atRiskMinor, tier } = score;
  if (pAlive === null || atRiskMinor === null || !isToldAlive(run, pAlive)) return null;
  return {
    ...valueSeenBy(session, score),
    pAlive,
    tierName: tierName(run.totals?.tierCuts ?? null, tier),
  };
}
