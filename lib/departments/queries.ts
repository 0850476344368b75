import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { DepartmentRecord } from "./schema.ts";
import { mayHangUnder, ownDepartments } from "./tree.ts";
import type { DepartmentDetail, DepartmentRow, Person } from "./types.ts";

const MOST_DEPARTMENTS = 1_000;
const Id = z.uuid();

/** All departments, archived ones too, by name; the first 1,000. */
export async function listDepartments(tx: TenantTx): Promise<DepartmentRow[]> {
  const departments = await tx.department.findMany({
    select: { id: true, name: true, parentId: true, headId: true, archivedAt: true, version: true },
    orderBy: { name: "asc" },
    take: MOST_DEPARTMENTS,
  });
  const counts = await tx.membershipDepartment.groupBy({
    by: ["departmentId"],
    where: { membership: { deactivatedAt: null } },
    _count: true,
  });
  const countOf = new Map(counts.map(({ departmentId, _count }) => [departmentId, _count]));
  const heads = await peopleOf(
    tx,
    departments.flatMap(({ headId }) => headId ?? []),
  );
  return departments.map(({ headId, archivedAt, ...department }) => ({
    ...department,
    head: heads.find(({ id }) => id === headId) ?? null,
    memberCount: countOf.get(department.id) ?? 0,
    isArchived: archivedAt !== null,
  }));
}

/** The active departments that a member leads, with all under them, and those they belong to, by name; none for a key. */
export async function listOwnDepartments(
  tx: TenantTx,
  { actor }: Session,
): Promise<{ id: string; name: string }[]> {
  if (actor.kind !== "member") return [];
  const departments = await tx.department.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true, parentId: true, headId: true },
    orderBy: { name: "asc" },
    take: MOST_DEPARTMENTS,
  });
  return ownDepartments(departments, actor).map(({ id, name }) => ({ id, name }));
}

const LIST = "departments";

/** Departments as the API hands them out, archived ones too, in the order they were made. @throws DomainError `invalid_input` for another key */
export async function listDepartmentRecords(
  tx: TenantTx,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ items: DepartmentRecord[]; next: string | null }> {
  const afterId = idInPageKey(LIST, after);
  const rows = await tx.department.findMany({
    where: afterId === null ? {} : { id: { gt: afterId } },
    select: RECORD,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(toRecord);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}

/** One department as the API hands it out. @throws DomainError `not_found` */
export async function getDepartmentRecord(tx: TenantTx, id: string): Promise<DepartmentRecord> {
  const row = Id.safeParse(id).success
    ? await tx.department.findFirst({ where: { id }, select: RECORD })
    : null;
  if (!row) throw new DomainError("not_found", "This department does not exist.");
  return toRecord(row);
}

const RECORD = { id: true, name: true, parentId: true, archivedAt: true } as const;

function toRecord({
  archivedAt,
  ...row
}: Omit<DepartmentRecord, "isArchived"> & { archivedAt: Date | null }): DepartmentRecord {
  return { ...row, isArchived: archivedAt !== null };
}

/** One department with its people. @throws DomainError `not_found` */
export async function getDepartment(tx: TenantTx, id: string): Promise<DepartmentDetail> {
  const departments = Id.safeParse(id).success ? await listDepartments(tx) : [];
  const department = departments.find((each) => each.id === id);
  if (!department) throw new DomainError("not_found", "This department does not exist.");
  const links = await tx.membershipDepartment.findMany({
    where: { departmentId: id, membership: { deactivatedAt: null } },
    select: { membershipId: true },
  });
  const children = departments.filter((each) => each.parentId === id && !each.isArchived);
  return {
    ...department,
    parentName: departments.find((each) => each.id === department.parentId)?.name ?? null,
    members: await peopleOf(
      tx,
      links.map(({ membershipId }) => membershipId),
    ),
    children: children.map(({ name }) => name),
    places: departments
      .filter((each) => !each.isArchived && mayHangUnder(departments, id, each.id))
      .map((each) => ({ id: each.id, name: each.name })),
  };
}

/** The active members to choose from, by name. */
export async function listActivePeople(tx: TenantTx): Promise<Person[]> {
  const members = await tx.membership.findMany({
    where: { deactivatedAt: null },
    select: { id: true, accountId: true },
  });
  return named(tx, members);
}

async function peopleOf(tx: TenantTx, memberIds: readonly string[]): Promise<Person[]> {
  if (memberIds.length === 0) return [];
  const members = await tx.membership.findMany({
    where: { id: { in: [...new Set(memberIds)] } },
    select: { id: true, accountId: true },
  });
  return named(tx, members);
}

async function named(
  tx: TenantTx,
  members: readonly { id: string; accountId: string }[],
): Promise<Person[]> {
  const accounts = await tx.account.findMany({
    where: { id: { in: members.map(({ accountId }) => accountId) } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return members
    .map(({ id, accountId }) => ({ id, name: names.get(accountId) ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
