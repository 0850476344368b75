import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CustomerAnswer } from "../derive-importance.ts";
import type { MeasuredNeed } from "../types.ts";
import { listCustomerAnswers } from "./customer-answers.ts";
import type { Population } from "./last-answers.ts";
import { listNeeds } from "./list-needs.ts";

/**
 * What a comparison is computed from: the needs of all customers, or those that hold for a segment, and what each customer said.
 */
export async function readComparison(
  tx: TenantTx,
  session: Session,
  population: Population,
): Promise<{ needs: MeasuredNeed[]; answers: CustomerAnswer[] }> {
  const all = await listNeeds(tx, session, population);
  return {
    needs: all.filter(
      ({ isArchived, segment }) =>
        !isArchived && (segment === null || segment.id === population.segmentId),
    ),
    answers: await listCustomerAnswers(tx, session, population),
  };
}
