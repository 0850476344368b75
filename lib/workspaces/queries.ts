import "server-only";
import { isRole } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ApiKeyRow, MemberRow, Rates, SetupProgress } from "./types.ts";

const MOST_MEMBERS = 500;
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

/** The active members of the workspace by name; the first 500. */
export async function listMembers(tx: TenantTx): Promise<MemberRow[]> {
  const members = await tx.membership.findMany({
    where: { deactivatedAt: null },
    select: {
      id: true,
      accountId: true,
      role: true,
      departments: { select: { department: { select: { name: true } } } },
    },
    take: MOST_MEMBERS,
  });
  const accounts = await tx.account.findMany({
    where: { id: { in: members.map((member) => member.accountId) } },
    select: { id: true, name: true, email: true },
  });
  const people = new Map(accounts.map((account) => [account.id, account]));
  return members
    .flatMap(({ id, accountId, role, departments }) => {
      const person = people.get(accountId);
      if (!person || !isRole(role)) return [];
      const names = departments.map(({ department }) => department.name);
      return [{ id, name: person.name, email: person.email, role, departments: names }];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
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
