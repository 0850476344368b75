import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { putRows, type Register } from "#lib/bulk/index.ts";
import type { PutRow } from "#lib/bulk/types.ts";
import { putCustomers } from "#lib/customers/index.ts";
import type { CustomerToWrite } from "#lib/customers/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { isDataError } from "#lib/db/raw-error.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import {
  CREATABLE,
  type Creatable,
  isRegisterKind,
  type LinkedRows,
  linkRows,
  REGISTERS,
  type RegisterKind,
} from "#lib/imports/index.ts";
import type { ImportRow } from "#lib/imports/types.ts";
import { enqueueCustomerProfile, enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import { putOrders } from "#lib/orders/index.ts";
import type { OrderToWrite } from "#lib/orders/types.ts";
import { ensureSource } from "#lib/sources/index.ts";
import { postEvent } from "#lib/webhooks/index.ts";
import { HOOK_KINDS } from "#lib/webhooks/types.ts";
import { countsOf, type ReadItems, readItems, resultsOf } from "../item-results.ts";
import type { Resource } from "../resources.ts";
import type { ItemResult } from "../types.ts";
import { type Answer, answerOnce, type RequestKey } from "./answer-once.ts";

/** Items for a resource, as they were sent: each is checked on its own. */
export type ItemsRequest = {
  resource: Resource;
  items: readonly unknown[];
  /** Name of the source, where the resource has one */
  source: string;
  createMissing: readonly Creatable[] | undefined;
  /** JSON Pointer to the items: "/items", or "" where the body is the one item */
  base: "/items" | "";
};

const DAY_MS = 86_400_000;
const WRITING = { timeoutMs: 30_000 };

/** Write many items; a refused one does not stop the others. @throws DomainError `conflict` as `answerOnce` */
export function bulkItems(
  session: Session,
  request: ItemsRequest,
  key: RequestKey | null,
): Promise<Answer> {
  return writeOnce(session, request, key, (results) => ({
    status: 200,
    body: { counts: countsOf(results), results },
  }));
}

/**
 * Write one item.
 *
 * @throws DomainError `invalid_input` with the bad fields by their pointers; `conflict` as `answerOnce`
 */
export function putItem(
  session: Session,
  request: ItemsRequest,
  key: RequestKey | null,
): Promise<Answer> {
  return writeOnce(session, request, key, ([result]) => {
    if (!result || result.outcome === "refused") throw refusal(result);
    const { id, externalId, outcome } = result;
    return { status: outcome === "created" ? 201 : 200, body: { id, externalId, outcome } };
  });
}

function refusal(result: ItemResult | undefined): DomainError {
  const fields: Record<string, string[]> = {};
  for (const { pointer, detail } of result?.errors ?? []) {
    const field = pointer.slice(1);
    fields[field] = [...(fields[field] ?? []), detail];
  }
  return new DomainError("invalid_input", "The item was refused: see its fields.", { fields });
}

/** Items that the database refuses are found by halving, and the others are written without them. */
async function writeOnce(
  session: Session,
  request: ItemsRequest,
  key: RequestKey | null,
  answerOf: (results: readonly ItemResult[]) => Answer,
): Promise<Answer> {
  const write = (refused: ReadonlySet<number>) =>
    withTenant(
      session,
      request.resource.write.permission,
      (tx) =>
        answerOnce(tx, session, key, async () =>
          answerOf(await writeItems(tx, session, request, (line) => !refused.has(line))),
        ),
      WRITING,
    );
  try {
    return await write(new Set());
  } catch (error) {
    if (!isDataError(error)) throw error;
    const refused = await findRefused(session, request, linesOf(request));
    if (refused.length === 0) throw error;
    return write(new Set(refused));
  }
}

function linesOf({ items }: ItemsRequest): number[] {
  return items.map((_, at) => at + 1);
}

class TrialOver extends Error {}

async function findRefused(
  session: Session,
  request: ItemsRequest,
  lines: readonly number[],
): Promise<number[]> {
  if (lines.length === 0 || (await isAccepted(session, request, new Set(lines)))) return [];
  if (lines.length === 1) return [...lines];
  const middle = Math.ceil(lines.length / 2);
  const left = await findRefused(session, request, lines.slice(0, middle));
  return [...left, ...(await findRefused(session, request, lines.slice(middle)))];
}

/** Write items and take it back. */
async function isAccepted(
  session: Session,
  request: ItemsRequest,
  lines: ReadonlySet<number>,
): Promise<boolean> {
  const trial = async (tx: TenantTx) => {
    await writeItems(tx, session, request, (line) => lines.has(line));
    throw new TrialOver();
  };
  try {
    await withTenant(session, request.resource.write.permission, trial, WRITING);
  } catch (error) {
    if (error instanceof TrialOver) return true;
    if (isDataError(error)) return false;
    throw error;
  }
  return true;
}

/** Read, link, write, record. `takes`: of which lines the database may be asked. */
async function writeItems(
  tx: TenantTx,
  session: Session,
  request: ItemsRequest,
  takes: (line: number) => boolean,
): Promise<ItemResult[]> {
  const { resource } = request;
  const now = await databaseNow(tx);
  const read = readItems(request, {
    currency: session.workspace.currency,
    timeZone: session.workspace.timeZone,
    latestOn: new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10),
  });
  const rows = read.rows.filter(({ line }) => takes(line));
  const { written, faults, sourceId } = await writeRead(tx, session, request, rows);
  const results = resultsOf(request, { ...read, faults: [...read.faults, ...faults] }, written);
  const counts = countsOf(results);
  await recordEvent(tx, session, {
    action: resource.event.action,
    object: { type: resource.event.object, id: null },
    after: counts,
  });
  if (counts.created + counts.updated > 0)
    await tellOthers(tx, session, resource, { sourceId, ...counts });
  return results;
}

type Written = {
  written: readonly PutRow[];
  faults: ReadItems["faults"];
  /** null where their numbers are the workspace's own */
  sourceId: string | null;
};

/** In the order of their numbers, so that two requests wait for each other instead of blocking each other. */
async function writeRead(
  tx: TenantTx,
  session: Session,
  request: ItemsRequest,
  given: readonly ImportRow[],
): Promise<Written> {
  const { resource, createMissing = CREATABLE } = request;
  const sourceId = null;
  if (given.length === 0) return { written: [], faults: [], sourceId };
  const rows = byNumber(given);
  if (resource.name === "customers")
    return {
      written: await putCustomers(tx, session, rowsOf<CustomerToWrite>(rows)),
      ...{ faults: [], sourceId },
    };
  const linking = { importId: null, isDryRun: false, ...makeable(session, createMissing) };
  const linked = await linkRows(tx, session, linking, rows);
  const faults = linked.rejects.map(({ line, reason }) => ({ line, pointer: "", reason }));
  if (resource.name === "orders") {
    const orders = rowsOf<OrderToWrite>(linked.rows);
    return { written: await putOrders(tx, session, orders), faults, sourceId };
  }
  return { ...(await putInRegister(tx, session, request, linked)), faults };
}

async function putInRegister(
  tx: TenantTx,
  session: Session,
  { resource: { name: kind }, source }: ItemsRequest,
  { rows, ids }: LinkedRows,
): Promise<Omit<Written, "faults">> {
  if (!isRegisterKind(kind) || rows.length === 0) return { written: [], sourceId: null };
  const sourceId = await ensureSource(tx, session, { name: source, kind: "other" });
  const toPut = { rows: rowsOf<never>(rows), sourceId, ids };
  return { written: await putRows(tx, session, registerOf(kind), toPut), sourceId };
}

/** What the request makes on the way, and what its key may not make. */
function makeable({ permissions }: Session, asked: readonly Creatable[]) {
  const may = (what: Creatable) =>
    (what !== "customers" || permissions.has("customer:write")) &&
    (what !== "departments" || permissions.has("department:write"));
  return {
    creatable: new Set(asked.filter(may)),
    forbidden: new Set(asked.filter((what) => !may(what))),
  };
}

function byNumber(rows: readonly ImportRow[]): ImportRow[] {
  return rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
}

/** All rows of a request are of its kind: the reader of items made them so. */
function rowsOf<Row>(rows: readonly ImportRow[]): readonly Row[] {
  return rows as readonly unknown[] as readonly Row[];
}

/** The register of a kind that is known at run time only. */
function registerOf(kind: RegisterKind): Register<never> {
  return REGISTERS[kind];
}

type Changed = { sourceId: string | null; created: number; updated: number };

/** Value is computed again, customers are looked at, and endpoints told, as after an import. */
async function tellOthers(
  tx: TenantTx,
  session: Session,
  { name }: Resource,
  { sourceId, created, updated }: Changed,
): Promise<void> {
  const told = HOOK_KINDS.find((each) => each === name);
  if (told) await postEvent(tx, session, `${told}.written`, { sourceId, created, updated });
  await enqueueValueRefresh(tx, session.workspace.id);
  if (name === "customers") await enqueueCustomerProfile(tx, session.workspace.id);
}
