import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { inferAttributeType } from "../attributes.ts";
import { profileAttributes } from "../queries/attributes.ts";
import { storeDuplicates } from "./store-duplicates.ts";

/** How many attributes there are, and how many pairs wait for a decision. */
export type CustomerProfile = { attributes: number; pairs: number };

/**
 * Look at all customers: what kind of values each attribute holds, and who may be the same. May run twice without harm;
 * chosen types and decisions on pairs stay. Takes seconds at a million customers: give it a `timeoutMs`.
 */
export async function profileCustomers(tx: TenantTx, session: Session): Promise<CustomerProfile> {
  await planForBulk(tx);
  const attributes = await storeAttributes(tx, session);
  const pairs = await storeDuplicates(tx, session);
  await recordEvent(tx, session, {
    action: "customer.profiled",
    object: { type: "customer_list", id: null },
    after: { attributes, pairs },
  });
  return { attributes, pairs };
}

async function storeAttributes(tx: TenantTx, session: Session): Promise<number> {
  const found = (await profileAttributes(tx, session)).map((profile) => ({
    name: profile.name,
    type: inferAttributeType(profile),
    fill_count: profile.filled,
    distinct_count: profile.distinct,
    samples: profile.samples,
  }));
  await tx.customerAttribute.deleteMany({
    where: { name: { notIn: found.map(({ name }) => name) } },
  });
  await tx.$executeRaw`
    INSERT INTO customer_attribute (tenant_id, name, type, fill_count, distinct_count, samples)
    SELECT ${session.workspace.id}::uuid, r.name, r.type, r.fill_count, r.distinct_count, r.samples
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      AS r (name text, type text, fill_count int, distinct_count int, samples text[])
    ON CONFLICT (tenant_id, name) DO UPDATE SET type = excluded.type, fill_count = excluded.fill_count,
      distinct_count = excluded.distinct_count, samples = excluded.samples, computed_at = now()`;
  return found.length;
}
