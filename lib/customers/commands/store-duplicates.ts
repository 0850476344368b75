import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** What more share is an office's address or a switchboard, and tells nothing about two of them. */
const MOST_SHARING = 5;
const MOST_NAMESAKES = 20;
/** Digits that two spellings of one phone number have in common, counted from its end, and the least it has. */
const PHONE_DIGITS = 9;
const LEAST_PHONE_DIGITS = 7;
/** An attribute tells people apart when half of its values stand once, as far as counting goes, and there are some. */
const LEAST_DISTINCT = 10;
const LEAST_DISTINCT_SHARE = 0.5;
const MOST_PAIRS = 10_000;

/**
 * Find pairs of customers with the same address or phone number, or the same name and another trait, and store them as
 * candidates. Pairs that somebody dismissed stay so; open ones that nothing speaks for any more go.
 *
 * @returns how many wait for a decision
 */
export async function storeDuplicates(tx: TenantTx, { workspace }: Session): Promise<number> {
  const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
    WITH person AS MATERIALIZED (
      SELECT c.id, c.email, c.search_name, c.registered_on, c.attributes,
        CASE WHEN length(c.search_phone_end) >= ${LEAST_PHONE_DIGITS}::int THEN left(c.search_phone_end, ${PHONE_DIGITS}::int) END AS phone
      FROM customer c WHERE c.tenant_id = ${workspace.id}::uuid
        AND (c.email IS NOT NULL OR c.search_phone_end IS NOT NULL OR c.search_name IS NOT NULL)
    ), trait AS MATERIALIZED (
      SELECT 'email' AS kind, email AS value FROM person WHERE email IS NOT NULL
      GROUP BY email HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}::int
      UNION ALL
      SELECT 'phone', phone FROM person WHERE phone IS NOT NULL
      GROUP BY phone HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}::int
      UNION ALL
      SELECT 'name', search_name FROM person WHERE search_name IS NOT NULL
      GROUP BY search_name HAVING count(*) BETWEEN 2 AND ${MOST_NAMESAKES}::int
    ), holder AS MATERIALIZED (
      SELECT t.kind, t.value, p.id, p.registered_on, p.attributes FROM trait t JOIN person p ON p.email = t.value WHERE t.kind = 'email'
      UNION ALL
      SELECT t.kind, t.value, p.id, p.registered_on, p.attributes FROM trait t JOIN person p ON p.phone = t.value WHERE t.kind = 'phone'
      UNION ALL
      SELECT t.kind, t.value, p.id, p.registered_on, p.attributes FROM trait t JOIN person p ON p.search_name = t.value WHERE t.kind = 'name'
    ), telling AS MATERIALIZED (
      SELECT a.name FROM customer_attribute a WHERE a.tenant_id = ${workspace.id}::uuid AND a.distinct_count >= ${LEAST_DISTINCT}::int
        AND a.distinct_count >= ${LEAST_DISTINCT_SHARE}::float8 * a.fill_count
    ), shared AS (
      SELECT one.id AS first_id, other.id AS second_id, one.kind,
        one.registered_on = other.registered_on AS has_day,
        EXISTS (SELECT 1 FROM telling WHERE one.attributes ->> telling.name = other.attributes ->> telling.name) AS has_attribute
      FROM holder one JOIN holder other ON other.kind = one.kind AND other.value = one.value AND other.id > one.id
    ), pair AS (
      SELECT first_id, second_id,
        bool_or(kind = 'email') AS email, bool_or(kind = 'phone') AS phone, bool_or(kind = 'name') AS name,
        coalesce(bool_or(has_day), false) AS has_day, bool_or(has_attribute) AS has_attribute
      FROM shared GROUP BY first_id, second_id
    ), found AS MATERIALIZED (
      SELECT first_id, second_id, array_remove(ARRAY[CASE WHEN email THEN 'email' END, CASE WHEN phone THEN 'phone' END,
        CASE WHEN name THEN 'name' END, CASE WHEN has_day THEN 'registered_on' END,
        CASE WHEN has_attribute THEN 'attribute' END], NULL) AS evidence
      FROM pair WHERE email OR phone OR (name AND (has_day OR has_attribute))
      ORDER BY email::int + phone::int + name::int DESC, first_id LIMIT ${MOST_PAIRS}::int
    ), gone AS (
      DELETE FROM customer_duplicate d WHERE d.tenant_id = ${workspace.id}::uuid AND d.dismissed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM found f WHERE f.first_id = d.first_id AND f.second_id = d.second_id)
    ), written AS (
      INSERT INTO customer_duplicate AS d (tenant_id, first_id, second_id, evidence)
      SELECT ${workspace.id}::uuid, first_id, second_id, evidence FROM found
      ON CONFLICT (tenant_id, first_id, second_id) DO UPDATE SET evidence = excluded.evidence
      RETURNING d.dismissed_at
    )
    SELECT count(*) FILTER (WHERE dismissed_at IS NULL)::int AS count FROM written`;
  return count;
}
