import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

/** Whether a piece of evidence `e` is a number of the pages of a segment; `id` is its uuid. */
export function evidenceNames(id: Sql): Sql {
  return sql`e.statistic IS NOT NULL AND ${isWithin(id, sql`e.statistic ->> 'href'`)}`;
}

/** Whether a deleted need `d` can be brought back yet, and with it what names a segment: the need, or a number that backs it. */
export function deletedNeedNames(id: Sql): Sql {
  return sql`${CAN_BE_BROUGHT_BACK} AND (d.kept->'need'->>'segment_id' = ${id}::text
    OR EXISTS (SELECT 1 FROM jsonb_array_elements(d.kept->'evidence') e WHERE ${isWithin(id, sql`e->'statistic'->>'href'`)}))`;
}

/** Whether a deleted interview `d` can be brought back yet, and names a segment. */
export function deletedInterviewNames(id: Sql): Sql {
  return sql`${CAN_BE_BROUGHT_BACK} AND d.kept->'interview'->>'segment_id' = ${id}::text`;
}

const CAN_BE_BROUGHT_BACK = sql`d.deleted_at > now() - interval '24 hours'`;

function isWithin(id: Sql, href: Sql): Sql {
  return sql`position(${id}::text IN lower(${href})) > 0`;
}
