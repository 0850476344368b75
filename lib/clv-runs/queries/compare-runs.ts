import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { haveSameTerms } from "../comparable-runs.ts";
import { getRun, type RunDetail } from "../queries.ts";
import type { MigrationCell, Movement } from "../types.ts";

/** So many ended runs are looked through for one with the same terms. */
const MOST_FORMER = 20;

/** The run that another is compared with, and whether both have the same terms. */
export type FormerRun = { run: RunDetail; hasSameTerms: boolean };

/**
 * The run before another by cut-off, and of the same cut-off the one that ended before it: of the same kind (a model, or what was earned so
 * far), basis and currency; one with the same terms is preferred. One with a later cut-off is none, whenever it ended: what comes after
 * would be told as what was before. null where there is none.
 */
export async function findFormerRun(tx: TenantTx, run: RunDetail): Promise<FormerRun | null> {
  const rows = await tx.clvRun.findMany({
    where: {
      status: run.status,
      currency: run.currency,
      ...{ basis: run.basis, isPartial: run.isPartial },
      id: { not: run.id },
      ...(run.cutoffOn === null ? {} : { cutoffOn: { lte: new Date(run.cutoffOn) } }),
    },
    orderBy: [{ cutoffOn: "desc" }, { finishedAt: "desc" }, { id: "desc" }],
    take: MOST_FORMER,
    select: { id: true },
  });
  const former: RunDetail[] = [];
  for (const { id } of rows) former.push(await getRun(tx, id));
  const isEarlier = ({ cutoffOn }: RunDetail) => (cutoffOn ?? "") < (run.cutoffOn ?? "");
  const alike = former.filter(
    (each) =>
      (each.model === "historic") === (run.model === "historic") &&
      (isEarlier(each) || (each.finishedAt ?? "") <= (run.finishedAt ?? "")),
  );
  const same = alike.filter((each) => haveSameTerms(each, run));
  const found = same.find(isEarlier) ?? same[0] ?? alike[0];
  return found ? { run: found, hasSameTerms: same.includes(found) } : null;
}

/** Below this chance a customer counts as lost. */
const LOST_BELOW = 0.2;

type Pair = { before: RunDetail; now: RunDetail };

/**
 * What led from the total of one run to that of another; the amounts of the kinds add up to the difference exactly.
 *
 * `new`: no score before. `lost`: no score now, or the chance to be a customer has fallen below 20 % (of an
 * older run whose chances are no longer kept nobody can say that, and they count as down). `up` and `down`: worth more
 * or less than before; `same`: as much.
 */
export async function readMovement(
  tx: TenantTx,
  { workspace }: Session,
  { before, now }: Pair,
): Promise<Movement[]> {
  const pairs = pairsOf(workspace.id, before.id, now.id);
  return tx.$queryRaw<Movement[]>`
    SELECT kind, count(*)::float8 AS customers,
      sum(coalesce(now_minor, 0) - coalesce(before_minor, 0))::float8 AS "amountMinor"
    FROM (SELECT ${KIND} AS kind, now_minor, before_minor FROM (${pairs}) p) k GROUP BY kind`;
}

/** How many customers stood in which tier before and now; a tier of null has no score in that run. */
export function readMigration(
  tx: TenantTx,
  { workspace }: Session,
  { before, now }: Pair,
): Promise<MigrationCell[]> {
  const pairs = pairsOf(workspace.id, before.id, now.id);
  return tx.$queryRaw<MigrationCell[]>`
    SELECT tier_before::int AS "from", tier_now::int AS "to", count(*)::float8 AS customers,
      coalesce(sum(now_minor), 0)::float8 AS "valueMinor"
    FROM (${pairs}) p GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Every customer with a score in either run. */
function pairsOf(tenantId: string, beforeId: string, nowId: string) {
  return sql`SELECT b.value_minor AS before_minor, n.value_minor AS now_minor, b.tier AS tier_before, n.tier AS tier_now,
      b.p_alive AS alive_before, n.p_alive AS alive_now
    FROM (SELECT * FROM clv_score WHERE tenant_id = ${tenantId}::uuid AND run_id = ${beforeId}::uuid) b
    FULL JOIN (SELECT * FROM clv_score WHERE tenant_id = ${tenantId}::uuid AND run_id = ${nowId}::uuid) n
      ON n.customer_id = b.customer_id`;
}

const KIND = sql`CASE WHEN before_minor IS NULL THEN 'new'
  WHEN now_minor IS NULL THEN 'lost'
  WHEN alive_now < ${LOST_BELOW}::float8 AND coalesce(alive_before, 0) >= ${LOST_BELOW}::float8 THEN 'lost'
  WHEN now_minor > before_minor THEN 'up' WHEN now_minor < before_minor THEN 'down' ELSE 'same' END`;
