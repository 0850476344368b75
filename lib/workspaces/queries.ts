import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ApiKeyRow, Rates, SetupProgress } from "./types.ts";

const MOST_KEYS = 100;

/** The rates of the workspace. */
export async function getRates(tx: TenantTx, session: Session): Promise<Rates> {
  const { marginRate, costPerOrderMinor } = await tx.tenant.findUniqueOrThrow({
    where: { id: session.workspace.id },
    select: { marginRate: true, costPerOrderMinor: true },
  });
  return {
    marginRate,
    costPerOrderMinor: costPerOrderMinor === null ? null : Number(costPerOrderMinor),
  };
}

/** Which of the first steps the workspace has behind it. */
export async function getSetupProgress(tx: TenantTx, session: Session): Promise<SetupProgress> {
  const customer = await tx.customer.findFirst({ select: { id: true } });
  const order = await tx.customerOrder.findFirst({ select: { id: true } });
  const { marginRate } = await getRates(tx, session);
  return {
    hasCustomers: customer !== null,
    hasOrders: order !== null,
    hasMargin: marginRate !== null,
  };
}

/** The keys that may be used now, the newest first; at most 100. */
export async function listApiKeys(tx: TenantTx): Promise<ApiKeyRow[]> {
  const keys = await tx.apiKey.findMany({
    where: { revokedAt: null },
    select: {
      id: true,
      name: true,
      prefix: true,
      scopes: true,
      createdAt: true,
      lastUsedAt: true,
    },
    orderBy: { id: "desc" },
    take: MOST_KEYS,
  });
  return keys.map(({ createdAt, lastUsedAt, ...key }) => ({
    ...key,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
