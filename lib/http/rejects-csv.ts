import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getImport, listRejects } from "#lib/imports/index.ts";
import type { RejectView } from "#lib/imports/views.ts";
import type { Page } from "#lib/lists/types.ts";
import { csvDownload } from "./csv-download.ts";

const ROWS_A_PAGE = 2_000;

/** The reject file of an import: line, column, value, reason. @throws DomainError `not_found` */
export async function rejectsCsv(session: Session, importId: string): Promise<Response> {
  const { fileName } = await withTenant(session, "import:read", (tx) => getImport(tx, importId));
  return csvDownload(
    `rejects-${fileName}`,
    ["line", "column", "value", "reason"],
    pages(session, importId),
  );
}

async function* pages(session: Session, importId: string) {
  for (let after: string | null = null, isLast = false; !isLast; isLast = after === null) {
    const page = await readPage(session, importId, after);
    yield page.items.map(({ line, column, value, reason }) => [line, column, value, reason]);
    after = page.next;
  }
}

function readPage(
  session: Session,
  importId: string,
  after: string | null,
): Promise<Page<RejectView>> {
  return withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, importId, { after, limit: ROWS_A_PAGE }),
  );
}
