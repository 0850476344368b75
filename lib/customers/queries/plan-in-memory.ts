import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** For this transaction: as usually set, looking rows up in a table in memory is planned as if each took a turn of a disk. */
export async function planInMemory(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`SELECT set_config('random_page_cost', '1.1', true)`;
}
