import "server-only";
import { z } from "zod";
import { isRole } from "#lib/auth/permissions.ts";
import { listLastSeen } from "#lib/db/directory.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { invitationState } from "./invitation-state.ts";
import { isLastOwner } from "./last-owner.ts";
import type { Dependents, InvitationRow, MemberDetail, MemberRow } from "./types.ts";

const MOST_MEMBERS = 1_000;
const MOST_INVITATIONS = 500;
const Id = z.uuid();

const MEMBER = {
  id: true,
  accountId: true,
  role: true,
  version: true,
  deactivatedAt: true,
  departments: { select: { department: { select: { id: true, name: true, archivedAt: true } } } },
} as const;

/** Everybody who is or was in the workspace, by name; the first 1,000. */
export async function listMembers(tx: TenantTx): Promise<MemberRow[]> {
  const members = await tx.membership.findMany({
    select: MEMBER,
    orderBy: { id: "asc" },
    take: MOST_MEMBERS,
  });
  const rows = await withPeople(tx, members);
  return rows.sort((a, b) => a.name.localeCompare(b.name));
}

/** One member with what hangs on them. @throws DomainError `not_found` */
export async function getMember(tx: TenantTx, id: string): Promise<MemberDetail> {
  const stored = Id.safeParse(id).success
    ? await tx.membership.findFirst({ where: { id }, select: MEMBER })
    : null;
  const [member] = stored ? await withPeople(tx, [stored]) : [];
  if (!member) throw new DomainError("not_found", "This member does not exist.");
  return {
    ...member,
    dependents: await findDependents(tx, id),
    isLastOwner: isLastOwner(await listActiveOwners(tx), id),
  };
}

/** What the workspace would miss without a member. */
export async function findDependents(tx: TenantTx, id: string): Promise<Dependents> {
  const headOf = await tx.department.findMany({
    where: { headId: id, archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const views = await tx.savedView.groupBy({
    by: ["isShared"],
    where: { membershipId: id },
    _count: true,
  });
  const openInvitations = await tx.invitation.count({
    where: { invitedBy: id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
  });
  return {
    headOf,
    savedViews: views.reduce((sum, { _count }) => sum + _count, 0),
    sharedViews: views.find(({ isShared }) => isShared)?._count ?? 0,
    openInvitations,
  };
}

/** Who may be asked for another role: the active owners, by name. */
export async function listOwnerNames(tx: TenantTx): Promise<string[]> {
  const owners = await listActiveOwners(tx);
  const accounts = await tx.account.findMany({
    where: { id: { in: owners.map(({ accountId }) => accountId) } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return accounts.map(({ name }) => name);
}

/** Invitations nobody has used or taken back, the newest first; those too old to use among them. */
export async function listInvitations(tx: TenantTx, now: Date): Promise<InvitationRow[]> {
  const invitations = await tx.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_INVITATIONS,
  });
  const departments = await tx.department.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const names = await namesOf(
    tx,
    invitations.flatMap(({ invitedBy }) => invitedBy ?? []),
  );
  return invitations.flatMap((row) => {
    const state = invitationState(row, now);
    if (!isRole(row.role) || (state !== "open" && state !== "expired")) return [];
    return [
      {
        id: row.id,
        email: row.email,
        name: row.name,
        role: row.role,
        departments: departments.filter(({ id }) => row.departmentIds.includes(id)),
        invitedBy: (row.invitedBy && names.get(row.invitedBy)) || null,
        state,
        expiresAt: row.expiresAt.toISOString(),
      },
    ];
  });
}

function listActiveOwners(tx: TenantTx): Promise<{ id: string; accountId: string }[]> {
  return tx.membership.findMany({
    where: { role: "owner", deactivatedAt: null },
    select: { id: true, accountId: true },
  });
}

async function namesOf(tx: TenantTx, memberIds: string[]): Promise<ReadonlyMap<string, string>> {
  const members = await tx.membership.findMany({
    where: { id: { in: [...new Set(memberIds)] } },
    select: { id: true, accountId: true },
  });
  const people = await tx.account.findMany({
    where: { id: { in: members.map(({ accountId }) => accountId) } },
    select: { id: true, name: true },
  });
  const byAccount = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(members.map(({ id, accountId }) => [id, byAccount.get(accountId) ?? ""]));
}

type Stored = {
  id: string;
  accountId: string;
  role: string;
  version: number;
  deactivatedAt: Date | null;
  departments: { department: { id: string; name: string; archivedAt: Date | null } }[];
};

/** The rows with the name, address and habits of each person. */
async function withPeople(tx: TenantTx, members: readonly Stored[]): Promise<MemberRow[]> {
  const accounts = await tx.account.findMany({
    where: { id: { in: members.map(({ accountId }) => accountId) } },
    select: { id: true, name: true, email: true, totpConfirmedAt: true },
  });
  const people = new Map(accounts.map((account) => [account.id, account]));
  const seen = await listLastSeen(tx);
  return members.flatMap((member) => {
    const person = people.get(member.accountId);
    if (!person || !isRole(member.role)) return [];
    return [
      {
        id: member.id,
        name: person.name,
        email: person.email,
        role: member.role,
        departments: activeOf(member),
        hasTwoSteps: person.totpConfirmedAt !== null,
        seenAt: seen.get(member.id)?.toISOString() ?? null,
        deactivatedAt: member.deactivatedAt?.toISOString() ?? null,
        version: member.version,
      },
    ];
  });
}

function activeOf({ departments }: Stored): { id: string; name: string }[] {
  return departments
    .map(({ department }) => department)
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
