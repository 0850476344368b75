import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { byOpportunity } from "../filter.ts";
import { measureAspect } from "../measure-aspect.ts";
import { measureKano } from "../measure-kano.ts";
import { opportunityOf } from "../measure-opportunity.ts";
import type { Aspect, MeasuredNeed, NeedKind, NeedRating } from "../types.ts";
import { countAnswers, countPairs, NO_ANSWERS, type UnitAnswers } from "./count-answers.ts";
import { needUnits, type Population } from "./last-answers.ts";
import { listRatings } from "./list-ratings.ts";

const MOST_NEEDS = 1_000;

/**
 * Every need with what was measured of it, archived ones too, the greatest opportunity first; the first 1,000 that were made.
 *
 * With a segment: the needs that hold for it, measured by its members alone.
 */
export async function listNeeds(
  tx: TenantTx,
  session: Session,
  population: Population = { segmentId: null },
): Promise<MeasuredNeed[]> {
  const { segmentId } = population;
  const narrowed =
    segmentId === null
      ? empty
      : sql`AND (n.segment_id IS NULL OR n.segment_id = ${segmentId}::uuid)`;
  const needs = await measured(tx, session, { narrowed, population });
  return needs.sort(byOpportunity);
}

/** One need, measured by its own segment. @throws DomainError `not_found` */
export async function getNeed(tx: TenantTx, session: Session, id: string): Promise<MeasuredNeed> {
  const [need] = isId(id)
    ? await measured(tx, session, {
        narrowed: sql`AND n.id = ${id}::uuid`,
        population: { segmentId: null },
      })
    : [];
  if (!need) throw new DomainError("not_found", "This need does not exist.");
  return need;
}

type StoredNeed = {
  id: string;
  statement: string;
  kind: string;
  segmentId: string | null;
  segmentName: string | null;
  note: string | null;
  version: number;
  isArchived: boolean;
  createdAt: Date;
  evidenceCount: number;
};

async function measured(
  tx: TenantTx,
  session: Session,
  { narrowed, population }: { narrowed: Sql; population: Population },
): Promise<MeasuredNeed[]> {
  const stored = await tx.$queryRaw<StoredNeed[]>`
    SELECT n.id, n.statement, n.kind, n.segment_id AS "segmentId", g.name AS "segmentName", n.note, n.version,
      n.archived_at IS NOT NULL AS "isArchived", n.created_at AS "createdAt",
      (SELECT count(DISTINCT coalesce(e.signal_id, e.interaction_id, e.complaint_id, e.interview_id, e.file_id, e.id))::float8
        FROM evidence e WHERE e.tenant_id = n.tenant_id AND e.need_id = n.id AND e.stance = 'supports') AS "evidenceCount"
    FROM customer_need n LEFT JOIN customer_segment g ON g.tenant_id = n.tenant_id AND g.id = n.segment_id
    WHERE n.tenant_id = ${session.workspace.id}::uuid ${narrowed} ORDER BY n.id LIMIT ${MOST_NEEDS}`;
  if (stored.length === 0) return [];
  const units = sql`SELECT * FROM (${needUnits(session, population)}) n WHERE n.unit = ANY(${stored.map(({ id }) => id)}::uuid[])`;
  const answers = await countAnswers(tx, session, units);
  const pairs = await countPairs(tx, session, units);
  const ratings = await listRatings(tx, stored.length === 1 ? stored[0]?.id : undefined);
  return stored.map((need) => {
    // A report speaks of the need's own customers, and of no part of them.
    const isOwn = population.segmentId === null || population.segmentId === need.segmentId;
    const own = isOwn ? ratings.filter(({ needId }) => needId === need.id) : [];
    return {
      ...toNeed(need),
      ...measureAnswers(answers.get(need.id) ?? NO_ANSWERS, own),
      kano: measureKano(pairs.get(need.id) ?? []),
    };
  });
}

/** Importance, satisfaction and opportunity from counted answers, or from reports where there are none. */
export function measureAnswers(
  answers: UnitAnswers,
  ratings: readonly NeedRating[] = [],
): Pick<MeasuredNeed, "importance" | "satisfaction" | "opportunity"> {
  const aspectOf = (aspect: NeedRating["aspect"]): Aspect =>
    measureAspect(
      answers[aspect],
      ratings.filter((each) => each.aspect === aspect),
    );
  const [importance, satisfaction] = [aspectOf("importance"), aspectOf("satisfaction")];
  return { importance, satisfaction, opportunity: opportunityOf(importance, satisfaction) };
}

function toNeed({ segmentId, segmentName, createdAt, kind, ...need }: StoredNeed) {
  return {
    ...need,
    // text + CHECK in the database: these words are all there are
    kind: kind as NeedKind,
    segment: segmentId === null ? null : { id: segmentId, name: segmentName ?? "" },
    createdAt: createdAt.toISOString(),
  };
}
