import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { findLatestRun } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getPolicy } from "#lib/tiers/index.ts";

/** What the tiers of value are called, the best first: those of the last run, or of the policy before one; none for who may not read value. */
export async function listTierNames(tx: TenantTx, session: Session): Promise<readonly string[]> {
  if (!session.permissions.has("value:read")) return [];
  const run = await findLatestRun(tx);
  const { tiers } = run?.totals?.tierCuts ?? (await getPolicy(tx, session));
  return tiers.map(({ name }) => name);
}
