import "server-only";
import { prisma } from "./client.ts";

/** A hook as it is found before anybody is known: whose it is, and the sealed secrets that count now. */
export type IncomingHook = {
  tenantId: string;
  sealedSecrets: readonly (string | null)[];
  /** By the database's clock */
  now: Date;
};

/** The hook of that id that is on, in a workspace that is open; null when there is none. */
export async function findIncomingHook(id: string): Promise<IncomingHook | null> {
  const [row] = await prisma().$queryRaw<HookColumns[]>`
    SELECT * FROM find_incoming_hook(${id}::uuid)`;
  if (!row) return null;
  return {
    tenantId: row.tenant_id,
    sealedSecrets: [row.secret, row.former_secret],
    now: row.now_at,
  };
}

type HookColumns = {
  tenant_id: string;
  secret: string;
  former_secret: string | null;
  now_at: Date;
};
