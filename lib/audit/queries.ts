import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { decodePageKey, encodePageKey, KeyInstant } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { localToUtcMs } from "#lib/time/index.ts";
import { AUDIT_ACTIONS, type AuditAction } from "./actions.ts";
import { type AuditNames, idsIn, type StoredEvent, toEventRow } from "./event-row.ts";
import type {
  AuditEventRow,
  AuditFilter,
  AuditObjectType,
  AuditPerson,
  LastChange,
} from "./types.ts";

const DAY_MS = 86_400_000;
const MOST_PEOPLE = 500;

const ROW = {
  id: true,
  at: true,
  actorKind: true,
  actorId: true,
  action: true,
  objectType: true,
  objectId: true,
  before: true,
  after: true,
} as const;

const MEMBER = { id: true, accountId: true } as const;

/** Events share an instant when one transaction writes several: the id tells them apart. */
const PageKey = z.object({ at: KeyInstant, id: z.uuid() });

/**
 * The events that match, the newest first, with the names of today.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listAuditEvents(
  tx: TenantTx,
  session: Session,
  filter: AuditFilter,
  { after, limit }: PageRequest,
): Promise<Page<AuditEventRow>> {
  const key = decodePageKey("audit", PageKey, after);
  const rows = await tx.auditEvent.findMany({
    where: { AND: [...conditionsOf(filter, session.workspace.timeZone), ...beyond(key)] },
    select: ROW,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const names = await findNames(tx, shown);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => toEventRow(row, names)),
    next: last ? encodePageKey("audit", { at: last.at.toISOString(), id: last.id }) : null,
  };
}

type Change = {
  object: { type: AuditObjectType; id: string };
  /** Only changes of these kinds; all when left out */
  actions?: readonly AuditAction[];
};

/** Who changed an object last, by name, and when; null where the log holds nothing. */
export async function findLastChange(
  tx: TenantTx,
  { object, actions }: Change,
): Promise<LastChange | null> {
  const event = await tx.auditEvent.findFirst({
    where: {
      objectType: object.type,
      objectId: object.id,
      ...(actions ? { action: { in: [...actions] } } : {}),
    },
    select: { at: true, actorKind: true, actorId: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  if (!event) return null;
  const names =
    event.actorKind === "member" && event.actorId
      ? await findMemberNames(tx, [event.actorId])
      : null;
  const changedBy = names?.get(event.actorId ?? "") ?? null;
  return { changedBy, changedAt: event.at.toISOString() };
}

/** Everybody an event can be by, members who have left included, by name; the first 500. */
export async function listAuditPeople(tx: TenantTx): Promise<AuditPerson[]> {
  const members = await tx.membership.findMany({ select: MEMBER, take: MOST_PEOPLE });
  const keys = await tx.apiKey.findMany({ select: { id: true, name: true }, take: MOST_PEOPLE });
  const names = await findAccountNames(tx, members);
  const people: AuditPerson[] = [
    ...members.map(({ id }) => ({ id, name: names.get(id) ?? "", kind: "member" as const })),
    ...keys.map(({ id, name }) => ({ id, name, kind: "api_key" as const })),
  ];
  return people.sort((one, other) => one.name.localeCompare(other.name));
}

/** The names of members by their membership, also of those who have left; other ids are left out. */
export async function findMemberNames(
  tx: TenantTx,
  membershipIds: readonly string[],
): Promise<Map<string, string>> {
  const members = await tx.membership.findMany({
    where: { id: { in: [...membershipIds] } },
    select: MEMBER,
  });
  return findAccountNames(tx, members);
}

/** Conditions that come true together; the `id` of UUIDv7 is no clock for events that the database itself writes. */
function conditionsOf(filter: AuditFilter, timeZone: string) {
  const { fromOn, toOn, who, group, object, objectId } = filter;
  const startOf = (day: string, daysOn: number) =>
    new Date(localToUtcMs(timeZone, Date.parse(day) + daysOn * DAY_MS));
  return [
    ...(fromOn ? [{ at: { gte: startOf(fromOn, 0) } }] : []),
    ...(toOn ? [{ at: { lt: startOf(toOn, 1) } }] : []),
    ...(who === "job" || who === "operator" ? [{ actorKind: who }] : []),
    ...(who && who !== "job" && who !== "operator" ? [{ actorId: who }] : []),
    ...(group
      ? [{ action: { in: AUDIT_ACTIONS.filter((action) => action.startsWith(`${group}.`)) } }]
      : []),
    ...(object ? [{ objectType: object }] : []),
    ...(objectId ? [{ objectId }] : []),
  ];
}

/** Both bounds: the first alone is what an index can start from. */
function beyond(key: z.output<typeof PageKey> | null) {
  if (!key) return [];
  const at = new Date(key.at);
  return [{ at: { lte: at } }, { OR: [{ at: { lt: at } }, { id: { lt: key.id } }] }];
}

/** The names of what events are by and about: a query for each kind of thing, none per event. */
async function findNames(tx: TenantTx, events: readonly StoredEvent[]): Promise<AuditNames> {
  const ids = idsIn(events);
  const id = { in: ids };
  const departments = await tx.department.findMany({
    where: { id },
    select: { id: true, name: true },
  });
  const keys = await tx.apiKey.findMany({ where: { id }, select: { id: true, name: true } });
  const customers = await tx.customer.findMany({
    where: { id },
    select: { id: true, externalId: true },
  });
  const imports = await tx.import.findMany({ where: { id }, select: { id: true, fileName: true } });
  const sources = await tx.dataSource.findMany({ where: { id }, select: { id: true, name: true } });
  const segments = await tx.customerSegment.findMany({
    where: { id },
    select: { id: true, name: true },
  });
  const hooks = await tx.incomingHook.findMany({ where: { id }, select: { id: true, name: true } });
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { id },
    select: { id: true, url: true },
  });
  const needs = await tx.customerNeed.findMany({
    where: { id },
    select: { id: true, statement: true },
  });
  return new Map([
    ...(await findMemberNames(tx, ids)),
    ...needs.map((each) => [each.id, each.statement] as const),
    // Without its path, which may hold a secret of the receiver's.
    ...endpoints.map((each) => [each.id, new URL(each.url).host] as const),
    ...[...departments, ...keys, ...sources, ...segments, ...hooks].map(
      (each) => [each.id, each.name] as const,
    ),
    ...imports.map((each) => [each.id, each.fileName] as const),
    ...customers.map((each) => [each.id, each.externalId] as const),
  ]);
}

async function findAccountNames(
  tx: TenantTx,
  members: readonly { id: string; accountId: string }[],
): Promise<Map<string, string>> {
  const accounts = await tx.account.findMany({
    where: { id: { in: members.map(({ accountId }) => accountId) } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return new Map(members.map(({ id, accountId }) => [id, names.get(accountId) ?? ""]));
}
