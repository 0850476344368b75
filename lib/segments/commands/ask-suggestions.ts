import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueSuggestions } from "#lib/jobs/enqueue.ts";

/** Have groups of customers looked for again after this transaction; what was found before is shown until then. */
export async function askSuggestions(tx: TenantTx, { workspace }: Session): Promise<void> {
  const askedAt = await databaseNow(tx);
  const where = { tenantId: workspace.id };
  await tx.segmentSuggestion.upsert({ where, create: { askedAt }, update: { askedAt } });
  await enqueueSuggestions(tx, workspace.id);
}
