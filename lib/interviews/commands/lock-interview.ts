import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenInterview } from "../schema.ts";

export type LockedInterview = {
  id: string;
  version: number;
  customerId: string | null;
  customerNumber: string | null;
};

/** One interview, held until the transaction ends. @throws DomainError `not_found` */
export async function lockInterview(
  tx: TenantTx,
  { workspace }: Session,
  interviewId: string,
): Promise<LockedInterview> {
  const [found] = await tx.$queryRaw<LockedInterview[]>`
    SELECT i.id, i.version, i.customer_id AS "customerId",
      (SELECT c.external_id FROM customer c WHERE c.tenant_id = ${workspace.id}::uuid AND c.id = i.customer_id) AS "customerNumber"
    FROM interview i WHERE i.tenant_id = ${workspace.id}::uuid AND i.id = ${interviewId}::uuid FOR UPDATE OF i`;
  if (!found) throw new DomainError("not_found", "This interview does not exist.");
  return found;
}

/** The same as it was seen. @throws DomainError `not_found`; `stale` when it changed since */
export async function lockSeenInterview(
  tx: TenantTx,
  session: Session,
  { interviewId, version }: SeenInterview,
): Promise<LockedInterview> {
  const found = await lockInterview(tx, session, interviewId);
  if (found.version === version) return found;
  throw new DomainError(
    "stale",
    "Somebody has changed this interview since you opened this page. What you typed is still here: load the page again to compare.",
  );
}
