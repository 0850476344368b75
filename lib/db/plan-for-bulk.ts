import "server-only";
import type { TenantTx } from "./with-tenant.ts";

/**
 * Have the statements of this transaction planned for thousands of rows. A workspace just imported has no statistics:
 * planned for one row, a nested loop over all of them never ends. The checks of foreign keys keep their plans for as long as
 * a connection lasts: one made while a table was small reads all of it for every row, so they are made afresh, once.
 */
export async function planForBulk(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`
    SELECT set_config('work_mem', '32MB', true), set_config('enable_nestloop', 'off', true)`;
  await tx.$executeRaw`DISCARD PLANS`;
}
