import type { Session } from "#lib/auth/types.ts";
import { findLatestRun } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getPolicy, readAdherence } from "#lib/tiers/index.ts";
import { promisedTiers } from "#lib/tiers/promised-tiers.ts";

/** The policy in force, the last run, and what was kept of what the policy promises its tiers. */
export async function findAdherence(tx: TenantTx, session: Session) {
  const policy = await getPolicy(tx, session);
  const run = await findLatestRun(tx);
  const tiers = run ? promisedTiers(run.totals?.tierCuts ?? null, policy) : [];
  const asked = { runId: run?.id ?? null, tiers, floor: policy.floor };
  return { policy, run, adherence: await readAdherence(tx, session, asked) };
}
