import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { isMailOn, postLetter } from "#lib/mail/index.ts";
import type { ClaimedFetch } from "./claim-fetch.ts";

/**
 * Write to who answers for a source that its fetches fail: the head of its department, else who set it up, else the owners
 * of the workspace.
 */
export async function tellOwner(
  tx: TenantTx,
  { workspace }: Session,
  { sourceId, sourceName }: ClaimedFetch,
  facts: { failures: number; isGivenUp: boolean },
): Promise<void> {
  if (!isMailOn()) return;
  // Loaded by who writes letters only: the worker keeps its memory for imports.
  const { fetchFailedLetter } = await import("../letters.ts");
  const href = `${env().APP_URL}/w/${workspace.slug}/data/sources/${sourceId}`;
  for (const { email, name } of await findOwners(tx, workspace.id, sourceId))
    await postLetter(tx, email, fetchFailedLetter({ name, sourceName, href, ...facts }));
}

function findOwners(tx: TenantTx, tenantId: string, sourceId: string) {
  return tx.$queryRaw<{ email: string; name: string }[]>`
    WITH answering AS (
      SELECT m.account_id, CASE WHEN m.id = d.head_id THEN 1 WHEN m.id = f.set_by THEN 2 ELSE 3 END AS place
      FROM source_fetch f
        JOIN data_source s ON s.tenant_id = ${tenantId}::uuid AND s.id = f.source_id
        LEFT JOIN department d ON d.tenant_id = ${tenantId}::uuid AND d.id = s.owner_department_id
        JOIN membership m ON m.tenant_id = ${tenantId}::uuid AND m.deactivated_at IS NULL
          AND (m.id = d.head_id OR m.id = f.set_by OR m.role = 'owner')
      WHERE f.tenant_id = ${tenantId}::uuid AND f.source_id = ${sourceId}::uuid
    )
    SELECT a.email, a.name FROM answering JOIN account a ON a.id = answering.account_id
    WHERE place = (SELECT min(place) FROM answering) ORDER BY a.email`;
}
