import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import { recordEvent } from "#lib/audit/index.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import { SEGMENTS, segmentsInCellOrder } from "#lib/value/types.ts";
import { runSegmentRefresh } from "../jobs.ts";
import { readRuleContext, type StoredRuleContext } from "../queries/rule-context.ts";
import {
  type GroupSums,
  type KeyedCustomers,
  keyedByCell,
  keyedByCentre,
  readCatches,
  readGroupSums,
  readSample,
} from "../queries/suggested-groups.ts";
import { cellRule } from "../suggestions/cell-rules.ts";
import {
  agreementOf,
  COUNTS,
  clearestOf,
  type Grouping,
  groupInto,
  RESAMPLES,
} from "../suggestions/find-groups.ts";
import { groupRules } from "../suggestions/group-rules.ts";
import { type LogRfm, logRfm } from "../suggestions/log-rfm.ts";
import type { FoundGroup, StoredSuggestions } from "../suggestions/stored.ts";
import { type BuyingFacts, LEAST_CUSTOMERS, SUGGESTION_SEED } from "../suggestions/types.ts";
import type { Group } from "../types.ts";

const LONGEST_MS = 5 * 60_000;

/**
 * The job `segments.suggest`: find groups of customers who buy alike, and rules that find them again, and store both. Rules ask facts,
 * which are told anew first. May run twice without harm.
 */
export async function suggestSegments({ tenantId }: { tenantId: string }): Promise<void> {
  await runSegmentRefresh({ tenantId });
  const session = await systemSession(tenantId, "job");
  const work = { timeoutMs: LONGEST_MS };
  const read = await withTenant(session, "segment:read", (tx) => load(tx, session), work);
  const clustered = await cluster(read);
  await withTenant(
    session,
    "segment:write",
    (tx) => store(tx, session, { ...read, clustered }),
    work,
  );
}

type Loaded = { asOfOn: string; sample: BuyingFacts[] };

async function load(tx: TenantTx, session: Session): Promise<Loaded> {
  await planForBulk(tx);
  const snapshot = await tx.valueSnapshot.findFirst({ select: { asOfOn: true } });
  const asOfOn = (snapshot?.asOfOn ?? (await databaseNow(tx))).toISOString().slice(0, 10);
  return { asOfOn, sample: await readSample(tx, session, asOfOn) };
}

type Clustered = {
  scale: LogRfm;
  best: Grouping;
  widths: { count: number; width: number }[];
  agreements: number[];
};

/** Takes seconds: it lets others of the process have their turn between two groupings. */
async function cluster({ sample }: Loaded): Promise<Clustered | null> {
  if (sample.length < LEAST_CUSTOMERS) return null;
  const scale = logRfm(sample);
  const groupings: Grouping[] = [];
  for (const count of COUNTS) {
    const grouping = groupInto(scale.points, count, SUGGESTION_SEED);
    if (grouping) groupings.push(grouping);
    await breathe();
  }
  const best = clearestOf(groupings);
  if (!best) return null;
  const agreements: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const agreement = agreementOf(scale.points, best, { seed: SUGGESTION_SEED, resample });
    if (agreement !== null) agreements.push(agreement);
    await breathe();
  }
  const widths = groupings.map(({ count, width }) => ({ count, width }));
  return { scale, best, widths, agreements };
}

type ToStore = Loaded & { clustered: Clustered | null };

async function store(tx: TenantTx, session: Session, given: ToStore): Promise<void> {
  await planForBulk(tx);
  const now = await databaseNow(tx);
  const context = await readRuleContext(
    tx,
    session,
    dayInZone(session.workspace.timeZone, now.getTime()),
  );
  const found = await describe(tx, session, { ...given, context });
  const row = { found, computedAt: now };
  const { id: tenantId } = session.workspace;
  await tx.segmentSuggestion.upsert({
    where: { tenantId },
    create: { ...row, askedAt: now },
    update: row,
  });
  await recordEvent(tx, session, {
    action: "segment.suggested",
    object: { type: "segment_list", id: null },
    after: { customers: found.customers, groups: found.clusters?.groups.length ?? 0 },
  });
}

type Asked = ToStore & { context: StoredRuleContext };

async function describe(tx: TenantTx, session: Session, asked: Asked): Promise<StoredSuggestions> {
  const { asOfOn, sample, clustered } = asked;
  const keyed = keyedByCell(session, asOfOn, segmentsInCellOrder());
  const sums = await readGroupSums(tx, keyed);
  const all = sums.find(({ key }) => key === "");
  const isEnough = sample.length >= LEAST_CUSTOMERS;
  return {
    asOfOn,
    currency: session.workspace.currency,
    customers: all?.customers ?? 0,
    sampled: sample.length,
    medians: all?.medians ?? { recency: 0, frequency: 0, monetary: 0 },
    clusters: clustered && (await describeClusters(tx, session, { ...asked, clustered })),
    cells: isEnough ? await describeCells(tx, session, { keyed, sums, asked }) : [],
  };
}

async function describeClusters(
  tx: TenantTx,
  session: Session,
  { asOfOn, sample, context, clustered }: Asked & { clustered: Clustered },
): Promise<StoredSuggestions["clusters"]> {
  const { scale, best, widths, agreements } = clustered;
  const keyed = keyedByCentre(session, asOfOn, scale, best.found.centres);
  const rules = groupRules(sample, best.found.groups, best.count, { asOfOn });
  const byKey = new Map(
    rules.flatMap((rule, group) => (rule ? [[`group-${group + 1}`, rule] as const] : [])),
  );
  const sums = await readGroupSums(tx, keyed);
  const groups = await caughtBy(tx, session, { keyed, sums, rules: byKey, context });
  return { widths, agreements, groups };
}

async function describeCells(
  tx: TenantTx,
  session: Session,
  { keyed, sums, asked }: { keyed: KeyedCustomers; sums: readonly GroupSums[]; asked: Asked },
): Promise<StoredSuggestions["cells"]> {
  const cells = segmentsInCellOrder();
  const present = SEGMENTS.filter((segment) => sums.some(({ key }) => key === segment));
  const rules = new Map(
    present
      .filter((segment) => cells.some((cell) => cell === segment))
      .map((segment) => [segment, cellRule(segment, cells)]),
  );
  const groups = await caughtBy(tx, session, { keyed, sums, rules, context: asked.context });
  return groups.flatMap((group) => {
    const segment = SEGMENTS.find((each) => each === group.key);
    return segment ? [{ ...group, segment }] : [];
  });
}

/** The groups that a rule finds again, the largest first. */
async function caughtBy(
  tx: TenantTx,
  session: Session,
  given: {
    keyed: KeyedCustomers;
    sums: readonly GroupSums[];
    rules: ReadonlyMap<string, Group>;
    context: StoredRuleContext;
  },
): Promise<FoundGroup[]> {
  const catches = await readCatches(tx, session, given);
  return given.sums
    .flatMap((sums) => {
      const rule = given.rules.get(sums.key);
      return rule
        ? [{ ...sums, rule, ...(catches.get(sums.key) ?? { caught: 0, rightly: 0 }) }]
        : [];
    })
    .toSorted((a, b) => b.customers - a.customers);
}
