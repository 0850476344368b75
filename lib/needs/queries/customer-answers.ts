import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CustomerAnswer } from "../derive-importance.ts";
import { lastAnswers, type Population } from "./last-answers.ts";

/** More customers make intervals hardly narrower, and a page wait. */
export const MOST_RESPONDENTS = 2_000;

/**
 * What each customer said of how it is all in all, and of how well needs are met that hold for the population. Of more than 2,000
 * customers with an outcome, 2,000 picked by a fixed chance.
 */
export async function listCustomerAnswers(
  tx: TenantTx,
  session: Session,
  { segmentId }: Population,
): Promise<CustomerAnswer[]> {
  const units = sql`
    SELECT n.id AS unit, n.id AS need_id, ${segmentId}::uuid AS segment_id FROM customer_need n
    WHERE n.tenant_id = ${session.workspace.id}::uuid AND n.archived_at IS NULL
      AND (n.segment_id IS NULL OR n.segment_id = ${segmentId}::uuid)
    UNION ALL SELECT NULL, NULL, ${segmentId}::uuid`;
  return tx.$queryRaw<CustomerAnswer[]>`
    WITH said AS (${lastAnswers(session, { units, aspects: ["satisfaction", "outcome"] })})
    SELECT unit AS "needId", customer_id AS "customerId", score, scale_min AS min, scale_max AS max,
      higher_is_better AS "higherIsBetter"
    FROM said WHERE customer_id IN (
      SELECT customer_id FROM said WHERE unit IS NULL AND customer_id IS NOT NULL
      ORDER BY md5(customer_id::text) LIMIT ${MOST_RESPONDENTS})`;
}
