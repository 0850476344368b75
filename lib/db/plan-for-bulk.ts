import "server-only";
import type { TenantTx } from "./with-tenant.ts";

/**
 * Have the statements of this transaction planned for thousands of rows. A workspace just imported has no statistics:
 * planned for one row, a nested loop over all of them never ends; and a plan that a connection has kept since the tables
 * were small (after five times PostgreSQL keeps one) is made afresh.
 */
export async function planForBulk(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`
    SELECT set_config('work_mem', '32MB', true), set_config('enable_nestloop', 'off', true),
      set_config('plan_cache_mode', 'force_custom_plan', true)`;
}
