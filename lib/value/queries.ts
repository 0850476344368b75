import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { type Snapshot, valueOverview } from "./overview.ts";
import { SnapshotConcentration, SnapshotScores } from "./snapshot.ts";
import type { ValueAbsence, ValueOverview } from "./types.ts";

/**
 * What the customer base is worth, as last computed; null until there is a first computation. Reads the snapshot and the
 * workspace's rates only, so it costs the same with ten thousand orders and with ten million.
 */
export async function findValueOverview(
  tx: TenantTx,
  session: Session,
): Promise<ValueOverview | null> {
  const snapshot = await findSnapshot(tx);
  if (!snapshot) return null;
  const tenant = await tx.tenant.findUniqueOrThrow({
    where: { id: session.workspace.id },
    select: { marginRate: true, costPerOrderMinor: true, valueAsOfOn: true },
  });
  const chosenOn = tenant.valueAsOfOn ? dayOf(tenant.valueAsOfOn) : null;
  return valueOverview(snapshot, {
    marginRate: tenant.marginRate,
    costPerOrderMinor: tenant.costPerOrderMinor === null ? null : Number(tenant.costPerOrderMinor),
    isRefreshing: snapshot.chosenOn !== chosenOn || (await hasLaterImport(tx, snapshot.computedAt)),
  });
}

/** As `findValueOverview`. @throws DomainError `not_found` until there is a first computation */
export async function getValueOverview(tx: TenantTx, session: Session): Promise<ValueOverview> {
  const value = await findValueOverview(tx, session);
  if (!value) throw new DomainError("not_found", "Value has not been computed yet.");
  return value;
}

/** Why `findValueOverview` gave null: no order has arrived yet, or the first computation is on its way. */
export async function getValueAbsence(tx: TenantTx, session: Session): Promise<ValueAbsence> {
  const { currency } = session.workspace;
  const order = await tx.customerOrder.findFirst({ where: { currency }, select: { id: true } });
  return order ? "computing" : "no_orders";
}

async function findSnapshot(tx: TenantTx): Promise<Snapshot | null> {
  const row = await tx.valueSnapshot.findFirst({
    select: {
      asOfOn: true,
      computedAt: true,
      currency: true,
      customers: true,
      concentration: true,
      segments: true,
    },
  });
  return (
    row && {
      ...row,
      asOfOn: dayOf(row.asOfOn),
      computedAt: row.computedAt.toISOString(),
      concentration: SnapshotConcentration.parse(row.concentration),
      ...SnapshotScores.parse(row.segments),
    }
  );
}

async function hasLaterImport(tx: TenantTx, computedAt: string): Promise<boolean> {
  const found = await tx.import.findFirst({
    where: {
      isDryRun: false,
      OR: [
        { status: "succeeded", finishedAt: { gt: computedAt } },
        { status: "undone", undoneAt: { gt: computedAt } },
      ],
    },
    select: { id: true },
  });
  return found !== null;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
