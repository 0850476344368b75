import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { lockDeleted } from "#lib/deleted/index.ts";
import { listPeople } from "../queries/list-people.ts";
import { contactHmac } from "./contact-hmac.ts";
import { eraseAll } from "./erase-person.ts";

const AT_ONCE = 5_000;
const PATIENCE_MS = 120_000;

type Customer = { id: string; externalId: string; email: string | null };

/**
 * After a restore: erase again everybody whom the ledger names by one of `hmacs`, and write them into it. Returns how many
 * customers were erased; none when it runs again.
 */
export async function reapplyErasures(
  session: Session,
  hmacs: ReadonlySet<string>,
): Promise<number> {
  let erased = 0;
  for (let after: string | null = null; ; ) {
    const customers = await withTenant(session, "customer:read", (tx) => listCustomers(tx, after));
    for (const customer of customers.filter((each) => isNamed(each, hmacs))) {
      await withTenant(session, "protection:write", (tx) => eraseAgain(tx, session, customer.id), {
        timeoutMs: PATIENCE_MS,
      });
      erased += 1;
    }
    const last = customers.at(-1);
    if (!last || customers.length < AT_ONCE) return erased;
    after = last.id;
  }
}

function listCustomers(tx: TenantTx, after: string | null): Promise<Customer[]> {
  return tx.customer.findMany({
    where: after === null ? {} : { id: { gt: after } },
    select: { id: true, externalId: true, email: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
}

function isNamed({ externalId, email }: Customer, hmacs: ReadonlySet<string>): boolean {
  if (hmacs.has(contactHmac("number", externalId))) return true;
  return email !== null && hmacs.has(contactHmac("email", email));
}

async function eraseAgain(tx: TenantTx, session: Session, id: string): Promise<void> {
  await lockDeleted(tx, session);
  const people = await listPeople(tx, session, id);
  if (people.length === 0) return;
  const counts = await eraseAll(tx, session, people);
  await recordEvent(tx, session, {
    action: "customer.person_erased",
    object: { type: "customer_list", id: null },
    after: { ...counts },
  });
}
