import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { LinkedRows } from "../types.ts";

/** What would go along if a need were deleted. */
export async function countLinks(
  tx: TenantTx,
  { workspace }: Session,
  needId: string,
): Promise<LinkedRows> {
  const tenantId = workspace.id;
  const [links] = await tx.$queryRaw<LinkedRows[]>`
    SELECT
      (SELECT count(*) FROM need_question x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = ${needId}::uuid)::int AS questions,
      (SELECT count(*) FROM need_rating x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = ${needId}::uuid)::int AS ratings,
      (SELECT count(*) FROM evidence x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = ${needId}::uuid)::int AS evidence`;
  return links ?? { questions: 0, ratings: 0, evidence: 0 };
}
