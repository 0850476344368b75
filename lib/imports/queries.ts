import { isId } from "#lib/db/is-id.ts";
import { idInPageKey, placeInPageKey, plainPageKey, refusedPageKey } from "#lib/db/page-key.ts";
import "server-only";
import { isNumberHidden } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { hasOwnNumber } from "#lib/orders/index.ts";
import { type ImportQuery, importsAddress } from "./filter.ts";
import { type KeptReason, keptReasonWords } from "./kept-reason.ts";
import { importsWhere } from "./queries/imports-where.ts";
import { ImportReading } from "./reading.ts";
import type { SavedMapping } from "./saved-mapping.ts";
import { ImportMapping } from "./schema.ts";
import { IMPORT_ROW, toImportView } from "./to-view.ts";
import type { ImportKind } from "./types.ts";
import type { ImportView, KeptRowGroup, KeptRowView, RejectGroup, RejectView } from "./views.ts";

const MOST_GROUPS = 50;
const MOST_MAPPINGS = 100;
const LIST = "imports";

/** The workspace's imports that match, the newest first. Ids grow with time. @throws DomainError `invalid_input` when `after` is no key of this list */
export async function listImports(
  tx: TenantTx,
  { after, limit }: PageRequest,
  query: ImportQuery = importsAddress.usual,
): Promise<Page<ImportView>> {
  const afterId = idInPageKey(LIST, after);
  const rows = await tx.import.findMany({
    where: { ...importsWhere(query), ...(afterId ? { id: { lt: afterId } } : {}) },
    select: IMPORT_ROW,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const names = await namesOf(tx, rows);
  const items = rows.slice(0, limit).map((row) => toImportView(row, names));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}

/** One import. @throws DomainError `not_found` */
export async function getImport(tx: TenantTx, id: string): Promise<ImportView> {
  const row = isId(id) ? await tx.import.findFirst({ where: { id }, select: IMPORT_ROW }) : null;
  if (!row) throw new DomainError("not_found", "This import does not exist.");
  return toImportView(row, await namesOf(tx, [row]));
}

/** How the file of an import was read; null before it was. */
export async function findReading(tx: TenantTx, id: string): Promise<ImportReading | null> {
  const row = await tx.import.findFirst({ where: { id }, select: { reading: true } });
  return row?.reading ? ImportReading.parse(row.reading) : null;
}

/** Mappings of earlier imports, of every source or of one, the last used first; at most 100. */
export async function listSavedMappings(tx: TenantTx, sourceId?: string): Promise<SavedMapping[]> {
  const rows = await tx.importMapping.findMany({
    where: sourceId === undefined ? {} : { sourceId },
    include: { source: { select: { name: true } } },
    orderBy: { usedAt: "desc" },
    take: MOST_MAPPINGS,
  });
  return rows.map((row) => ({
    // text + CHECK in the database: these words are all there are
    kind: row.kind as ImportKind,
    id: row.id,
    source: row.source?.name ?? null,
    headers: row.headers,
    mapping: ImportMapping.parse(row.mapping),
    fileName: row.fileName,
    usedAt: row.usedAt.toISOString(),
  }));
}

type MappingToFind = {
  kind: ImportKind;
  fingerprint: string;
  sourceId: string;
  /** Whether that of another source is none */
  isOwnOnly: boolean;
};

/** The mapping that files of this kind with this fingerprint had last: of this source, or else of any. */
export async function findSavedMapping(
  tx: TenantTx,
  { isOwnOnly, sourceId, ...file }: MappingToFind,
): Promise<ImportMapping | undefined> {
  const rows = await tx.importMapping.findMany({
    where: { ...file, ...(isOwnOnly ? { sourceId } : {}) },
    select: { mapping: true, sourceId: true },
    orderBy: { usedAt: "desc" },
  });
  const row = rows.find((each) => each.sourceId === sourceId) ?? rows[0];
  return row ? ImportMapping.parse(row.mapping) : undefined;
}

/**
 * Why rows of an import were rejected, in the order of the file. `after` names the line of the last one seen.
 * A bad cell may hold a name or an address: without the right to personal data its value is left out.
 *
 * @throws DomainError `not_found`; `invalid_input` for an `after` of another list
 */
export async function listRejects(
  tx: TenantTx,
  session: Session,
  id: string,
  { after, limit }: PageRequest,
): Promise<Page<RejectView>> {
  await getImport(tx, id);
  const list = `rejects-${id}`;
  const key = rejectKey(placeInPageKey(list, after));
  const rows = await tx.importReject.findMany({
    where: {
      importId: id,
      ...(key
        ? { OR: [{ line: { gt: key.line } }, { line: key.line, position: { gt: key.position } }] }
        : {}),
    },
    orderBy: [{ line: "asc" }, { position: "asc" }],
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map((row) => toReject(row, session));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, next: last ? plainPageKey(list, `${last.line}.${last.position}`) : null };
}

/** Rejects of an import by reason and column, the most frequent first; at most 50. */
export async function groupRejects(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<RejectGroup[]> {
  const groups = await tx.importReject.groupBy({
    by: ["reason", "columnName"],
    where: { importId: id },
    _count: { line: true },
    _min: { line: true },
    orderBy: [{ _count: { line: "desc" } }, { _min: { line: "asc" } }],
    take: MOST_GROUPS,
  });
  const examples = await tx.importReject.findMany({
    where: {
      importId: id,
      line: { in: groups.flatMap(({ _min }) => (_min.line === null ? [] : [_min.line])) },
    },
    orderBy: [{ line: "asc" }, { position: "asc" }],
  });
  return groups.flatMap((group) => {
    const example = examples.find(
      (row) => row.reason === group.reason && row.columnName === group.columnName,
    );
    return example
      ? [{ reason: group.reason, count: group._count.line, example: toReject(example, session) }]
      : [];
  });
}

/**
 * The rows that Undo kept, in the order of the file. `after` names the last one seen.
 *
 * @throws DomainError `not_found`; `invalid_input` for an `after` of another list
 */
export async function listKeptRows(
  tx: TenantTx,
  session: Session,
  id: string,
  { after, limit }: PageRequest,
): Promise<Page<KeptRowView>> {
  await getImport(tx, id);
  const list = `kept-${id}`;
  const key = keptKey(placeInPageKey(list, after));
  const rows = await tx.importKeptRow.findMany({
    where: {
      importId: id,
      ...(key
        ? {
            OR: [
              { line: { gt: key.line } },
              { line: key.line, entity: { gt: key.entity } },
              { ...key, rowId: { gt: key.rowId } },
            ],
          }
        : {}),
    },
    orderBy: [{ line: "asc" }, { entity: "asc" }, { rowId: "asc" }],
    take: limit + 1,
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => toKeptRow(row, session)),
    next: last ? plainPageKey(list, `${last.line}.${last.entity}.${last.rowId}`) : null,
  };
}

/** Kept rows of an import by kind and reason, the most frequent first, each with the first one to look at. */
export async function groupKeptRows(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<KeptRowGroup[]> {
  const groups = await tx.importKeptRow.groupBy({
    by: ["entity", "reason"],
    where: { importId: id },
    _count: { line: true },
    _min: { line: true },
    orderBy: { _count: { line: "desc" } },
  });
  const examples = await tx.importKeptRow.findMany({
    where: { importId: id, line: { in: groups.flatMap(({ _min }) => _min.line ?? []) } },
  });
  return groups.flatMap(({ entity, reason, _count, _min }) => {
    const example = examples.find((row) => row.line === _min.line && row.entity === entity);
    if (!example) return [];
    return [{ count: _count.line, example: toKeptRow({ ...example, reason }, session) }];
  });
}

async function namesOf(
  tx: TenantTx,
  rows: readonly { createdBy: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ createdBy }) => (createdBy ? [createdBy] : [])))];
  if (ids.length === 0) return new Map();
  const accounts = await tx.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

type RejectRow = { line: number; columnName: string; value: string; reason: string };

function toReject(row: RejectRow, session: Session): RejectView {
  const value = mayReadPersonalData(session) ? row.value : "";
  return { line: row.line, column: row.columnName, value, reason: row.reason };
}

function rejectKey(text: string | null): { line: number; position: number } | null {
  if (text === null) return null;
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(text);
  if (!match) throw refusedPageKey();
  return { line: Number(match[1]), position: Number(match[2]) };
}

type StoredKeptRow = { line: number; entity: string; externalId: string; reason: string };

function toKeptRow(row: StoredKeptRow, session: Session): KeptRowView {
  const { line, entity, externalId, reason } = row;
  const isTold = hasOwnNumber(externalId) && !isNumberHidden(session, externalId);
  return {
    line,
    // text + CHECK in the database: these words are all there are
    kind: entity as KeptRowView["kind"],
    number: isTold ? externalId : "",
    reason: keptReasonWords(reason as KeptReason),
  };
}

function keptKey(text: string | null): { line: number; entity: string; rowId: string } | null {
  if (text === null) return null;
  const [line = "", entity = "", rowId = ""] = text.split(".");
  if (!/^\d{1,9}$/.test(line) || !/^[a-z_]{1,20}$/.test(entity) || !isId(rowId))
    throw refusedPageKey();
  return { line: Number(line), entity, rowId };
}
