import "server-only";
import { z } from "zod";
import { isRole } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { listLastSeen } from "#lib/db/directory.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { invitationState } from "./invitation-state.ts";
import { isLastOwner } from "./last-owner.ts";
import type {
  DepartmentRef,
  Dependents,
  InvitationRow,
  MemberDetail,
  MemberRow,
  People,
} from "./types.ts";

const MOST_MEMBERS = 1_000;
const MOST_DEPARTMENTS = 1_000;
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
export async function getMember(tx: TenantTx, session: Session, id: string): Promise<MemberDetail> {
  const stored = Id.safeParse(id).success
    ? await tx.membership.findFirst({ where: { id }, select: MEMBER })
    : null;
  const [member] = stored ? await withPeople(tx, [stored]) : [];
  if (!member) throw new DomainError("not_found", "This member does not exist.");
  return {
    ...member,
    dependents: await findDependents(tx, session, id),
    isLastOwner: member.role === "owner" && isLastOwner(await listActiveOwners(tx), id),
  };
}

/** What the workspace would miss without a member. */
async function findDependents(tx: TenantTx, session: Session, id: string): Promise<Dependents> {
  const headOf = await tx.department.findMany({
    where: { headId: id, archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const [counts] = await tx.$queryRaw<[Omit<Dependents, "headOf">]>`
    SELECT count(*)::int AS "savedViews", count(*) FILTER (WHERE is_shared)::int AS "sharedViews",
      (SELECT count(*)::int FROM invitation i WHERE i.tenant_id = ${session.workspace.id}::uuid AND i.invited_by = ${id}::uuid
        AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()) AS "openInvitations"
    FROM saved_view v WHERE v.tenant_id = ${session.workspace.id}::uuid AND v.membership_id = ${id}::uuid`;
  return { headOf, ...counts };
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

/** Everybody who is or was in the workspace, who is invited, and the departments to choose from. */
export async function getPeople(tx: TenantTx, now: Date): Promise<People> {
  const members = await listMembers(tx);
  const departments = await listDepartmentNames(tx);
  return {
    members,
    departments,
    invitations: await listInvitations(tx, now, { members, departments }),
  };
}

/** The active departments by name; the first 1,000. */
export function listDepartmentNames(tx: TenantTx): Promise<DepartmentRef[]> {
  return tx.department.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: MOST_DEPARTMENTS,
  });
}

/** Invitations nobody has used or taken back, the newest first; those too old to use among them. */
async function listInvitations(
  tx: TenantTx,
  now: Date,
  { members, departments }: Pick<People, "members" | "departments">,
): Promise<InvitationRow[]> {
  const invitations = await tx.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_INVITATIONS,
  });
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return invitations.flatMap(({ invitedBy, departmentIds, ...row }) => {
    const state = invitationState(row, now);
    if (!isRole(row.role) || (state !== "open" && state !== "expired")) return [];
    return [
      {
        id: row.id,
        email: row.email,
        name: row.name,
        role: row.role,
        departments: departments.filter(({ id }) => departmentIds.includes(id)),
        invitedBy: (invitedBy && names.get(invitedBy)) || null,
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
