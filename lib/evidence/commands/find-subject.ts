import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SubjectRef } from "../types.ts";

/** @throws DomainError `not_found` where what the evidence is about is not there */
export async function requireSubject(
  tx: TenantTx,
  { subject, subjectId }: SubjectRef,
): Promise<void> {
  if (await countSubjects(tx, subject, subjectId)) return;
  throw new DomainError("not_found", "What this evidence is about is not there any more.");
}

function countSubjects(tx: TenantTx, subject: SubjectRef["subject"], id: string): Promise<number> {
  switch (subject) {
    case "need":
      return tx.customerNeed.count({ where: { id } });
    case "persona":
      return tx.persona.count({ where: { id } });
    case "claim":
      return tx.personaClaim.count({ where: { id } });
  }
}
