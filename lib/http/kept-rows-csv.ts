import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getImport, listKeptRows } from "#lib/imports/index.ts";
import type { KeptRowView } from "#lib/imports/views.ts";
import type { Page } from "#lib/lists/types.ts";
import { csvDownload } from "./csv-download.ts";

const ROWS_A_PAGE = 2_000;

/** The rows that Undo kept: line, kind, number, reason. @throws DomainError `not_found` */
export async function keptRowsCsv(session: Session, importId: string): Promise<Response> {
  const { fileName } = await withTenant(session, "import:read", (tx) => getImport(tx, importId));
  return csvDownload(
    `kept-${fileName}`,
    ["line", "kind", "number", "reason"],
    pages(session, importId),
  );
}

async function* pages(session: Session, importId: string) {
  for (let after: string | null = null, isLast = false; !isLast; isLast = after === null) {
    const page = await readPage(session, importId, after);
    yield page.items.map(({ line, kind, number, reason }) => [line, kind, number, reason]);
    after = page.next;
  }
}

function readPage(
  session: Session,
  importId: string,
  after: string | null,
): Promise<Page<KeptRowView>> {
  return withTenant(session, "import:read", (tx) =>
    listKeptRows(tx, session, importId, { after, limit: ROWS_A_PAGE }),
  );
}
