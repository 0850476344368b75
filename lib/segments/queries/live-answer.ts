import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import { stopwatch } from "#lib/time/index.ts";
import { clvAtRisk, NO_CLV_AT_RISK } from "../clv-at-risk.ts";
import { compareMeasures } from "../compare-measures.ts";
import type { BesideAnswer, EstimateAnswer, LiveAnswer } from "../live-answer.ts";
import type { Rule } from "../schema.ts";
import { segmentMeasures } from "../segment-measures.ts";
import { countRule, countRuleOverlaps, sampleRule } from "./count-rule.ts";

/**
 * What the builder shows of a rule at once while it is written: counts, and shares of customers and CLV. Who may not read value is told
 * nothing of CLV.
 *
 * @throws DomainError `forbidden` for a rule that asks what the session may not read
 */
export async function answerLive(tx: TenantTx, session: Session, rule: Rule): Promise<LiveAnswer> {
  const since = stopwatch();
  const { sums, all, parts, problems } = await countRule(tx, session, rule);
  const { shareOfCustomers, shareOfClv } = segmentMeasures(sums, all);
  return {
    customers: sums.customers,
    ofAll: all.customers,
    counts: Object.fromEntries(parts.map(({ path, customers }) => [path.join("."), customers])),
    problems,
    shareOfCustomers: shareOfCustomers.value,
    ...(session.permissions.has("value:read")
      ? { shareOfClv: { ...shareOfClv, interval: null }, ...clvAtRisk(sums, all) }
      : { shareOfClv: null, ...NO_CLV_AT_RISK }),
    currency: session.workspace.currency,
    tookMs: since(),
  };
}

/**
 * What the builder shows of a rule first where there are many customers: what those drawn by chance let expect of all.
 *
 * @throws DomainError `forbidden` for a rule that asks what the session may not read
 */
export async function answerEstimate(
  tx: TenantTx,
  session: Session,
  rule: Rule,
): Promise<EstimateAnswer> {
  const since = stopwatch();
  const sample = await sampleRule(tx, session, rule);
  const interval = sample && wilsonInterval(sample.sums.customers, sample.all.customers);
  if (!interval) return null;
  const { sums, all, parts, outOf, problems } = sample;
  const ofAll = (share: number) => Math.round(share * outOf);
  return {
    customers: ofAll(sums.customers / all.customers),
    interval: [ofAll(interval[0]), ofAll(interval[1])],
    drawn: all.customers,
    ofAll: outOf,
    counts: Object.fromEntries(
      parts.map(({ path, customers }) => [path.join("."), ofAll(customers / all.customers)]),
    ),
    problems,
    tookMs: since(),
  };
}

/**
 * What the builder shows of a rule a moment later: its customers beside all others, and other segments with some of them. Who may not
 * read value, feedback or complaints is told nothing of each.
 *
 * @throws DomainError `forbidden` for a rule that asks what the session may not read
 */
export async function answerBeside(
  tx: TenantTx,
  session: Session,
  rule: Rule,
): Promise<BesideAnswer> {
  const { sums, all, overlaps } = await countRuleOverlaps(tx, session, rule);
  return {
    customers: sums.customers,
    shareOfClv: session.permissions.has("value:read")
      ? segmentMeasures(sums, all).shareOfClv
      : null,
    comparison: compareMeasures(sums, all).filter(({ name }) =>
      session.permissions.has(ASKS[name]),
    ),
    overlaps: overlaps
      .filter(({ customers }) => customers > 0)
      .toSorted((one, other) => other.customers - one.customers),
    currency: session.workspace.currency,
  };
}

/** What must be read to be told each measure. */
const ASKS = {
  clvPerCustomer: "value:read",
  leaving: "value:read",
  nps: "signal:read",
  complaints: "complaint:read",
} as const;
