import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { inEveryWorkspace } from "#lib/jobs/in-every-workspace.ts";
import { dayInZone, stopwatch } from "#lib/time/index.ts";
import { SEGMENTS_AT_ONCE, settleMembers } from "./commands/settle-members.ts";
import { writeFacts } from "./commands/write-facts.ts";
import { type CountedSegment, writeFigures } from "./commands/write-figures.ts";
import { type MembersChanged, writeMembers } from "./commands/write-members.ts";
import { readRuleContext, type StoredRuleContext } from "./queries/rule-context.ts";
import { listMemberSegments, type StoredSegment } from "./queries/stored-segments.ts";
import { resolveRule } from "./resolve-rule.ts";

/** A million customers stay far below this. */
const LONG = { timeoutMs: 10 * 60_000, isRepeatable: true } as const;

/** What a refresh found and changed, and milliseconds of its parts. */
export type SegmentRefreshed = {
  readonly changedFacts: number;
  readonly segments: number;
  readonly entered: number;
  readonly left: number;
  readonly factsMs: number;
  readonly membersMs: number;
  readonly figuresMs: number;
};

/**
 * The job `segments.refresh`: what rules ask of each customer, who is in which segment from today on, and the figures of the day. May
 * run twice and beside itself without harm: each step takes a lock of the workspace and says the same again.
 */
export async function runSegmentRefresh({
  tenantId,
}: {
  tenantId: string;
}): Promise<SegmentRefreshed> {
  const session = await systemSession(tenantId, "job");
  const since = stopwatch();
  const changedFacts = await inTurn(session, async (tx, context) => {
    await planForBulk(tx);
    return writeFacts(tx, { tenantId, ...context });
  });
  const factsMs = since();
  const segments = await withTenant(session, "segment:read", listMemberSegments);
  const changes = await refreshAllMembers(session, segments);
  const membersMs = since();
  await inTurn(session, (tx, context) => refreshFigures(tx, session, context));
  return {
    changedFacts,
    segments: segments.length,
    ...changes,
    factsMs,
    membersMs,
    figuresMs: since(),
  };
}

/** One step at a time in a workspace, each with what rules are asked with now. */
function inTurn<T>(
  session: Session,
  work: (tx: TenantTx, context: StoredRuleContext) => Promise<T>,
): Promise<T> {
  return withTenant(
    session,
    "segment:write",
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`segments ${session.workspace.id}`}, 0))::text`;
      return work(tx, await readRuleContext(tx, session, today(session)));
    },
    LONG,
  );
}

function today({ workspace }: Session): string {
  return dayInZone(workspace.timeZone, Date.now());
}

/** Those whose rule is the one that found their members go together; a rule that is new has all its members to write. */
async function refreshAllMembers(
  session: Session,
  segments: readonly StoredSegment[],
): Promise<MembersChanged> {
  const settled = segments.filter(({ rule, isSettled }) => rule !== null && isSettled);
  const changes: MembersChanged[] = [];
  const alone = segments.filter((segment) => !settled.includes(segment));
  for (let at = 0; at < settled.length; at += SEGMENTS_AT_ONCE) {
    const some = settled.slice(at, at + SEGMENTS_AT_ONCE);
    const changed = await settleTogether(session, some);
    if (changed) changes.push(changed);
    else alone.push(...some);
  }
  for (const segment of alone) changes.push(await refreshMembers(session, segment));
  return {
    entered: changes.reduce((sum, { entered }) => sum + entered, 0),
    left: changes.reduce((sum, { left }) => sum + left, 0),
  };
}

function settleTogether(
  session: Session,
  segments: readonly StoredSegment[],
): Promise<MembersChanged | null> {
  return inTurn(session, async (tx, context) => {
    const ids = new Set(segments.map(({ id }) => id));
    const same = (await listMemberSegments(tx)).filter(
      ({ id, isSettled }) => ids.has(id) && isSettled,
    );
    await planForBulk(tx);
    return settleMembers(tx, {
      tenantId: session.workspace.id,
      onDay: context.onDay,
      segments: same.flatMap(({ id, rule }) =>
        rule ? [{ segmentId: id, resolved: resolveRule(rule, context) }] : [],
      ),
    });
  });
}

/** A segment that was changed or taken away meanwhile is left to the refresh that its change asked for. */
function refreshMembers(
  session: Session,
  { id, rule, ruleVersion }: StoredSegment,
): Promise<MembersChanged> {
  return inTurn(session, async (tx, context) => {
    const isSame = await tx.customerSegment.count({ where: { id, ruleVersion, archivedAt: null } });
    if (rule === null || isSame === 0) return { entered: 0, left: 0 };
    await planForBulk(tx);
    const { onDay } = context;
    const resolved = resolveRule(rule, context);
    const tenantId = session.workspace.id;
    return writeMembers(tx, { tenantId, segmentId: id, resolved, ruleVersion, onDay });
  });
}

async function refreshFigures(
  tx: TenantTx,
  { workspace }: Session,
  context: StoredRuleContext,
): Promise<void> {
  const segments = await listMemberSegments(tx);
  const counted = segments.map(({ id, primaryRank, rule, ruleVersion }): CountedSegment => {
    const question = rule
      ? ({ kind: "part", part: resolveRule(rule, context).root } as const)
      : ({ kind: "list", segmentId: id } as const);
    return { id, primaryRank, question, ruleVersion: rule && ruleVersion };
  });
  const { onDay, runId, currency } = context;
  await writeFigures(tx, { tenantId: workspace.id, onDay, runId, currency, segments: counted });
}

/** The job `segments.nightly`: a new day has come, and rules count days. */
export function refreshAllSegments(): Promise<void> {
  return inEveryWorkspace("segments could not be refreshed", async (session) => {
    await runSegmentRefresh({ tenantId: session.workspace.id });
  });
}
