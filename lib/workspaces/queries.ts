import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { StoredContactCosts } from "./schema.ts";
import type { SetupProgress, WorkspaceSettings } from "./types.ts";

const SETTINGS = {
  name: true,
  currency: true,
  timeZone: true,
  locale: true,
  marginRate: true,
  costPerOrderMinor: true,
  costPerReturnMinor: true,
  costPerContactMinor: true,
  retentionCostPerYearMinor: true,
  auditRetentionDays: true,
  rejectRetentionDays: true,
  version: true,
} as const;

/** The settings of the workspace as they are now. */
export async function getSettings(tx: TenantTx, session: Session): Promise<WorkspaceSettings> {
  const { costPerOrderMinor, costPerReturnMinor, retentionCostPerYearMinor, ...settings } =
    await tx.tenant.findUniqueOrThrow({
      where: { id: session.workspace.id },
      select: SETTINGS,
    });
  return {
    ...settings,
    costPerOrderMinor: numberOf(costPerOrderMinor),
    costPerReturnMinor: numberOf(costPerReturnMinor),
    retentionCostPerYearMinor: numberOf(retentionCostPerYearMinor),
    costPerContactMinor: StoredContactCosts.parse(settings.costPerContactMinor),
  };
}

/** Whether amounts are stored or on their way: the currency is then fixed. */
export async function hasAmounts(tx: TenantTx): Promise<boolean> {
  const order = await tx.customerOrder.findFirst({ select: { id: true } });
  if (order) return true;
  const coming = await tx.import.findFirst({
    where: { kind: "orders", isDryRun: false, status: { in: ["queued", "running"] } },
    select: { id: true },
  });
  return coming !== null;
}

function numberOf(minor: bigint | null): number | null {
  return minor === null ? null : Number(minor);
}

/** Which of the first steps the workspace has behind it. */
export async function getSetupProgress(tx: TenantTx, session: Session): Promise<SetupProgress> {
  const customer = await tx.customer.findFirst({ select: { id: true } });
  const order = await tx.customerOrder.findFirst({ select: { id: true } });
  const { marginRate } = await getSettings(tx, session);
  return {
    hasCustomers: customer !== null,
    hasOrders: order !== null,
    hasMargin: marginRate !== null,
  };
}
