import "server-only";
import { findLastChange } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { StoredOutcome } from "../types.ts";

export type LockedCase = {
  id: string;
  customerId: string;
  responsibleId: string | null;
  nextStep: string | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  note: string | null;
  version: number;
  outcome: StoredOutcome | null;
};

/** The words of the log that are about a case. */
const ACTIONS = [
  ...(["defection.opened", "defection.changed"] as const),
  ...(["defection.closed", "defection.reopened"] as const),
];

/** One case as it was seen, held still until the transaction ends. @throws DomainError `not_found`; `stale` when it changed since */
export async function lockSeenCase(
  tx: TenantTx,
  session: Session,
  seen: { caseId: string; version: number },
): Promise<LockedCase> {
  const [found] = await tx.$queryRaw<LockedCase[]>`
    SELECT id, customer_id AS "customerId", responsible_id AS "responsibleId", next_step AS "nextStep", due_on::text AS "dueOn",
      note, version, outcome
    FROM defection_case WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${seen.caseId}::uuid FOR UPDATE`;
  if (!found) throw new DomainError("not_found", "This case does not exist.");
  if (found.version !== seen.version) throw await staleCase(tx, found);
  return found;
}

async function staleCase(tx: TenantTx, { customerId }: LockedCase): Promise<DomainError> {
  const object = { type: "customer", id: customerId } as const;
  const change = await findLastChange(tx, { object, actions: ACTIONS });
  return new DomainError(
    "stale",
    `${change?.changedBy ?? "Somebody"} has changed this case since you opened this page. What you typed is still here: load the page again to compare.`,
  );
}

/** @throws DomainError `conflict` for a case that is closed */
export function requireOpen({ outcome }: LockedCase): void {
  if (outcome === null) return;
  throw new DomainError("conflict", "This case is closed. Open it again first.");
}

/** @throws DomainError `invalid_input` for somebody who is no active member */
export async function requireMember(tx: TenantTx, responsibleId: string | null): Promise<void> {
  if (responsibleId === null) return;
  const isThere = await tx.membership.count({ where: { id: responsibleId, deactivatedAt: null } });
  if (isThere) return;
  const message = "This member does not exist or is deactivated.";
  throw new DomainError("invalid_input", message, { fields: { responsibleId: [message] } });
}
