import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import {
  ATTRIBUTE_TYPES,
  type AttributeFacts,
  type AttributeType,
  type AttributeView,
  NO_WORDS,
  YES_WORDS,
} from "../attributes.ts";
import type { CustomerAttributeValue } from "../types.ts";
import { isoDay } from "./filter-sql.ts";

const MOST_SAMPLES = 20;
const NUMBER = "^[+-]?[0-9]{1,15}([.,][0-9]{1,9})?$";
/** Text as long as this is no choice; a sample of it would fill the screen. */
const LONGEST_SAMPLE = 60;

/** Every attribute that customers have, by name. Samples are personal data: ask who may read it. */
export async function listAttributes(tx: TenantTx): Promise<AttributeView[]> {
  const rows = await tx.customerAttribute.findMany({ orderBy: { name: "asc" } });
  return rows.map(({ name, type, chosenType, ...row }) => ({
    name,
    type: typeOf(chosenType ?? type),
    foundType: typeOf(type),
    isSensitive: row.isSensitive,
    fillCount: row.fillCount,
    distinctCount: row.distinctCount,
    samples: row.samples,
  }));
}

/** The attributes of one customer with the types of all; one not yet looked at is a text. */
export async function typeAttributes(
  tx: TenantTx,
  attributes: Readonly<Record<string, string>>,
): Promise<CustomerAttributeValue[]> {
  const names = Object.keys(attributes);
  if (names.length === 0) return [];
  const rows = await tx.customerAttribute.findMany({
    where: { name: { in: names } },
    select: { name: true, type: true, chosenType: true },
  });
  const types = new Map(rows.map(({ name, type, chosenType }) => [name, chosenType ?? type]));
  return Object.entries(attributes)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => ({ name, value, type: typeOf(types.get(name) ?? "text") }));
}

export type AttributeProfile = AttributeFacts & { name: string; samples: string[] };

/** What all stored values look like, by attribute. Reads every customer of the workspace: for a job. */
export function profileAttributes(
  tx: TenantTx,
  { workspace }: Session,
): Promise<AttributeProfile[]> {
  const words = [...YES_WORDS, ...NO_WORDS];
  return tx.$queryRaw<AttributeProfile[]>`
    WITH held AS (
      SELECT a.key AS name, a.value, count(*) AS customers
      FROM customer c CROSS JOIN LATERAL jsonb_each_text(c.attributes) a
      WHERE c.tenant_id = ${workspace.id}::uuid AND btrim(a.value) <> ''
      GROUP BY a.key, a.value
    ), ranked AS (
      SELECT held.*, row_number() OVER (PARTITION BY name ORDER BY customers DESC, value) AS place FROM held
    )
    SELECT r.name, sum(r.customers)::int AS filled, count(*)::int AS distinct,
      coalesce(sum(r.customers) FILTER (WHERE btrim(r.value) ~ ${NUMBER}), 0)::int AS numbers,
      coalesce(sum(r.customers) FILTER (WHERE (${isoDay(sql`r.value`)}) IS NOT NULL), 0)::int AS days,
      coalesce(sum(r.customers) FILTER (WHERE lower(btrim(r.value)) = ANY(${words}::text[])), 0)::int AS "yesNos",
      coalesce(array_agg(left(r.value, ${LONGEST_SAMPLE}) ORDER BY r.place) FILTER (WHERE r.place <= ${MOST_SAMPLES}), '{}') AS samples
    FROM ranked r GROUP BY r.name`;
}

function typeOf(word: string): AttributeType {
  return ATTRIBUTE_TYPES.find((type) => type === word) ?? "text";
}
