import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { IS_OPEN } from "#lib/tiers/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { OpenComplaints } from "../types.ts";

type StoredOpen = OpenComplaints["oldest"][number] & { count: number };

/** What nobody has closed of the complaints of some departments: how many, and the `limit` oldest of them. */
export async function findOpenComplaints(
  tx: TenantTx,
  { workspace }: Session,
  { departmentIds, limit }: { departmentIds: readonly string[]; limit: number },
): Promise<OpenComplaints> {
  if (departmentIds.length === 0) return { count: 0, oldest: [] };
  const today = dayInZone(workspace.timeZone, Date.now());
  const rows = await tx.$queryRaw<StoredOpen[]>`
    SELECT c.id, coalesce(c.subject, c.reason, c.product) AS subject, d.name AS department, c.status,
      c.received_on::text AS "receivedOn", (${today}::date - c.received_on)::int AS days, (count(*) OVER ())::int AS count
    FROM complaint c JOIN department d ON d.tenant_id = c.tenant_id AND d.id = c.department_id
    WHERE c.tenant_id = ${workspace.id}::uuid AND c.department_id = ANY(${arrayLiteral(departmentIds)}::uuid[]) AND ${IS_OPEN}
    ORDER BY c.received_on, c.id LIMIT ${limit}::int`;
  return {
    count: rows[0]?.count ?? 0,
    oldest: rows.map(({ count: _count, ...complaint }) => complaint),
  };
}
