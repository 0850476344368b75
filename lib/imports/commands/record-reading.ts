import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ImportReading } from "../reading.ts";
import { type Attempt, Superseded } from "./import-attempt.ts";

/**
 * Keep with an import how its file is read.
 *
 * @throws Superseded when a newer attempt holds the import
 */
export async function recordReading(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  reading: ImportReading,
): Promise<void> {
  const kept = await tx.$executeRaw`
    UPDATE import SET reading = ${JSON.stringify(reading)}::jsonb
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${attempt.importId}::uuid
      AND attempt = ${attempt.number}::int AND status = 'running'`;
  if (kept === 0) throw new Superseded("A newer attempt holds this import.");
}
