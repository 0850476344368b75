import "server-only";
import { countMemberUse } from "#lib/auth/member-limits.ts";
import type { Permission } from "#lib/auth/permissions.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { requirePermission, type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { type ExportRow, exportFormat, type ListFile } from "#lib/exports/index.ts";
import { requireReadable } from "#lib/lists/index.ts";
import type { UnknownValue } from "#lib/lists/types.ts";
import { namedFilters } from "./filter-names.ts";
import { beyondFormat, listDownload } from "./list-download.ts";

const ROWS_A_PAGE = 2_000;
const LONGEST_MS = 60_000;

type ExportPage = { rows: readonly ExportRow[]; next: string | null };

export type ListExport = Pick<ListFile, "name" | "columns" | "amounts" | "filters"> & {
  /** What reading the list asks for */
  permission: Permission;
  /** What taking it away asks for beside; `customer:export` unless told */
  taking?: Permission;
  /** What its address says that it cannot read; all but the format unless told */
  unknown?: readonly UnknownValue[];
  readPage: (tx: TenantTx, page: { after: string | null; limit: number }) => Promise<ExportPage>;
  /** Writes down that it is taken away; `format` is the file's */
  record: (tx: TenantTx, format: string) => Promise<void>;
};

/**
 * A list as the file that `?format=` asks for, page by page. The first page is read, and the event of it written, before the
 * first byte goes out: a refusal still has a status of its own.
 *
 * @throws DomainError `forbidden` for who may not read the list or not take it away, `invalid_input` for an unknown format
 *   and for what else its address says that it cannot read; what `readPage` throws
 */
export async function listExport(
  request: Request,
  session: MemberSession,
  list: ListExport,
): Promise<Response> {
  const { permission, taking = "customer:export", readPage, record, ...file } = list;
  const { unknown = beyondFormat(request) } = file;
  requirePermission(session, taking);
  requirePermission(session, permission);
  requireReadable(unknown);
  const format = exportFormat(new URL(request.url).searchParams.get("format"));
  await countMemberUse(session, "archive");
  const read = (after: string | null) =>
    withTenant(session, permission, (tx) => readPage(tx, { after, limit: ROWS_A_PAGE }), {
      timeoutMs: LONGEST_MS,
    });
  const first = await read(null);
  await withTenant(session, taking, (tx) => record(tx, format), { timeoutMs: LONGEST_MS });
  const filters = await withTenant(session, permission, (tx) => namedFilters(tx, file.filters));
  const pages = pagesFrom(first, read);
  return listDownload(request, { ...file, filters, unknown, pages });
}

async function* pagesFrom(first: ExportPage, read: (after: string) => Promise<ExportPage>) {
  for (let page: ExportPage | null = first; page; ) {
    yield page.rows;
    page = page.next ? await read(page.next) : null;
  }
}
