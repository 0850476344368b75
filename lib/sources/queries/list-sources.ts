import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { isId } from "#lib/db/is-id.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { CountedSource, RefreshRhythm, SourceKind, SourceRow } from "../types.ts";
import { countRows } from "./count-rows.ts";

const MOST_SOURCES = 500;

/** Every source with what it holds, archived ones too, by name; the first 500. */
export async function listSources(tx: TenantTx, session: Session): Promise<CountedSource[]> {
  const sources = await readSources(tx, session, empty);
  const counts = await countRows(tx, session);
  return sources.map((source) => counted(source, counts.get(source.id) ?? {}));
}

/** One source with what it holds. @throws DomainError `not_found` */
export async function getSource(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<CountedSource> {
  const [source] = isId(id) ? await readSources(tx, session, sql`AND s.id = ${id}::uuid`) : [];
  if (!source) throw new DomainError("not_found", "This source does not exist.");
  const counts = await countRows(tx, session, id);
  return counted(source, counts.get(id) ?? {});
}

/** The sources that some departments answer for and that are not archived, by name, without what they hold. */
export async function listOwnedSources(
  tx: TenantTx,
  session: Session,
  departmentIds: readonly string[],
): Promise<SourceRow[]> {
  if (departmentIds.length === 0) return [];
  return readSources(
    tx,
    session,
    sql`AND s.archived_at IS NULL AND s.owner_department_id = ANY(${arrayLiteral(departmentIds)}::uuid[])`,
  );
}

/** The names of the sources that are not archived, to choose from; the first 500. */
export async function listSourceNames(tx: TenantTx): Promise<{ id: string; name: string }[]> {
  return tx.dataSource.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: MOST_SOURCES,
  });
}

function counted(source: SourceRow, rows: CountedSource["rows"]): CountedSource {
  const rowCount = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return { ...source, rows, rowCount };
}

type StoredSource = {
  id: string;
  name: string;
  kind: string;
  ownerId: string | null;
  ownerName: string | null;
  rhythm: string;
  lastUsedOn: string | null;
  lastUsedBy: string | null;
  createdAt: Date;
  isArchived: boolean;
  version: number;
  fetchFailures: number | null;
  isGivenUp: boolean;
  importId: string | null;
  finishedAt: Date | null;
  importBy: string | null;
};

async function readSources(tx: TenantTx, session: Session, narrowed: Sql): Promise<SourceRow[]> {
  const tenantId = session.workspace.id;
  const stored = await tx.$queryRaw<StoredSource[]>`
    SELECT s.id, s.name, s.kind, d.id AS "ownerId", d.name AS "ownerName", s.refresh_rhythm AS rhythm,
      s.last_used_on::text AS "lastUsedOn", s.last_used_by AS "lastUsedBy", s.created_at AS "createdAt",
      s.archived_at IS NOT NULL AS "isArchived", s.version,
      f.failures AS "fetchFailures", f.source_id IS NOT NULL AND f.next_fetch_at IS NULL AS "isGivenUp",
      i.id AS "importId", i.finished_at AS "finishedAt", i.created_by AS "importBy"
    FROM data_source s
      LEFT JOIN department d ON d.tenant_id = s.tenant_id AND d.id = s.owner_department_id
      LEFT JOIN source_fetch f ON f.tenant_id = s.tenant_id AND f.source_id = s.id
      LEFT JOIN LATERAL (
        SELECT p.id, p.finished_at, p.created_by FROM (
          SELECT * FROM import WHERE tenant_id = s.tenant_id AND source_id = s.id
          UNION ALL
          SELECT n.* FROM import_source r JOIN import n ON n.tenant_id = r.tenant_id AND n.id = r.import_id
          WHERE r.tenant_id = s.tenant_id AND r.source_id = s.id
        ) p
        WHERE p.status = 'succeeded' AND NOT p.is_dry_run AND p.finished_at IS NOT NULL
        ORDER BY p.created_at DESC LIMIT 1
      ) i ON true
    WHERE s.tenant_id = ${tenantId}::uuid ${narrowed} ORDER BY lower(s.name) LIMIT ${MOST_SOURCES}`;
  const users = await findMemberNames(
    tx,
    stored.flatMap(({ lastUsedBy }) => lastUsedBy ?? []),
  );
  const importers = await accountNames(
    tx,
    stored.flatMap(({ importBy }) => importBy ?? []),
  );
  return stored.toSorted(byName).map((source) => toSourceRow(source, users, importers));
}

/** Branch 2 stands before branch 10. */
function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name, undefined, { numeric: true });
}

type Names = ReadonlyMap<string, string>;

async function accountNames(tx: TenantTx, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const accounts = await tx.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

function toSourceRow(source: StoredSource, users: Names, importers: Names): SourceRow {
  const { id, name, isArchived, version, ownerId, ownerName, lastUsedOn, lastUsedBy } = source;
  return {
    ...{ id, name, isArchived, version },
    // text + CHECK in the database: these words are all there are
    kind: source.kind as SourceKind,
    rhythm: source.rhythm as RefreshRhythm,
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? "" },
    lastUse: lastUsedOn === null ? null : { on: lastUsedOn, byName: nameOf(users, lastUsedBy) },
    lastImport: lastImportOf(source, importers),
    fetching: fetchingOf(source),
    createdAt: source.createdAt.toISOString(),
  };
}

function fetchingOf({ fetchFailures, isGivenUp }: StoredSource): SourceRow["fetching"] {
  return fetchFailures === null ? null : { failures: fetchFailures, isGivenUp };
}

function lastImportOf(
  { importId, finishedAt, importBy }: StoredSource,
  importers: Names,
): SourceRow["lastImport"] {
  if (importId === null || finishedAt === null) return null;
  const byName = nameOf(importers, importBy);
  return { id: importId, finishedAt: finishedAt.toISOString(), byName };
}

function nameOf(names: Names, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
