import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { mayReadExactValue } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import { dayInZone } from "#lib/time/index.ts";
import {
  type CaseSummary,
  type DefectionCase,
  type OpenCases,
  OUTCOMES,
  type OutcomeShare,
  type StoredOutcome,
} from "../types.ts";
import { findNames } from "./members.ts";

const MOST_CASES = 50;
/** Under so many closed cases a share says nothing. */
const LEAST_CASES = 10;

/** All cases of a customer, the open one first and then the last closed; at most 50. */
export async function listCases(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<DefectionCase[]> {
  const rows = await tx.defectionCase.findMany({
    where: { customerId },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: MOST_CASES,
  });
  const names = await findNames(
    tx,
    rows.flatMap(({ responsibleId, openedBy, closedBy }) => [responsibleId, openedBy, closedBy]),
  );
  const nameOf = (id: string | null) => names.get(id ?? "") ?? null;
  const today = dayInZone(session.workspace.timeZone, Date.now());
  const isExact = mayReadExactValue(session);
  return rows.map((row) => {
    const dueOn = row.dueOn?.toISOString().slice(0, 10) ?? null;
    const name = nameOf(row.responsibleId);
    return {
      ...{ id: row.id, version: row.version, nextStep: row.nextStep, note: row.note, dueOn },
      ...{ pAlive: row.pAlive, currency: row.currency },
      responsible: row.responsibleId && name !== null ? { id: row.responsibleId, name } : null,
      isOverdue: row.closedAt === null && dueOn !== null && dueOn < today,
      atRiskMinor: isExact && row.atRiskMinor !== null ? Number(row.atRiskMinor) : null,
      openedAt: row.openedAt.toISOString(),
      openedBy: nameOf(row.openedBy),
      // text + CHECK in the database: these words are all there are
      outcome: row.outcome as StoredOutcome | null,
      closedAt: row.closedAt?.toISOString() ?? null,
      closedBy: nameOf(row.closedBy),
    };
  });
}

/** The open case of a customer; null where there is none. */
export async function findOpenCase(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<CaseSummary | null> {
  const [first] = await listCases(tx, session, customerId);
  return first && first.outcome === null ? first : null;
}

/** How closed cases ended; with fewer than ten of them no shares. */
export async function countOutcomes(
  tx: TenantTx,
): Promise<{ closed: number; open: number; shares: readonly OutcomeShare[] }> {
  const rows = await tx.defectionCase.groupBy({ by: ["outcome"], _count: true });
  const countOf = (outcome: string | null) =>
    rows.find((row) => row.outcome === outcome)?._count ?? 0;
  const closed = OUTCOMES.reduce((sum, outcome) => sum + countOf(outcome), 0);
  const hasShares = closed >= LEAST_CASES;
  const shares = OUTCOMES.map((outcome) => {
    const count = countOf(outcome);
    return {
      ...{ outcome, count },
      share: hasShares ? count / closed : null,
      interval: hasShares ? wilsonInterval(count, closed) : null,
    };
  });
  return { closed, open: countOf(null), shares };
}

/** Open cases of the workspace and, of them, a member's own; overdue ones are past their day. */
export async function countOpenCases(
  tx: TenantTx,
  { workspace, actor }: Session,
): Promise<OpenCases> {
  const memberId = actor.kind === "member" ? actor.membershipId : null;
  const today = dayInZone(workspace.timeZone, Date.now());
  const [counts] = await tx.$queryRaw<OpenCases[]>`
    SELECT count(*)::int AS open, (count(*) FILTER (WHERE due_on < ${today}::date))::int AS overdue,
      (count(*) FILTER (WHERE responsible_id = ${memberId}::uuid))::int AS own,
      (count(*) FILTER (WHERE responsible_id = ${memberId}::uuid AND due_on < ${today}::date))::int AS "ownOverdue"
    FROM defection_case WHERE tenant_id = ${workspace.id}::uuid AND closed_at IS NULL`;
  return counts ?? { open: 0, overdue: 0, own: 0, ownOverdue: 0 };
}
