import { auditFileName, parseAuditFilter } from "#lib/audit/filter.ts";
import { listAuditEvents, recordAuditExport } from "#lib/audit/index.ts";
import type { AuditActor, AuditEventRow, AuditFilter } from "#lib/audit/types.ts";
import type { Session } from "#lib/auth/types.ts";
import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

const ROWS_A_PAGE = 1_000;
const HEADER = [
  ...["at", "actor_kind", "actor", "action", "object_type", "object_id", "object"],
  ...["before", "after"],
];

/** The events that match the page's filter; the name of the file tells it. Whoever takes them away leaves an event. */
export const GET = memberRoute(async (request, session) => {
  requirePermission(session, "audit:export");
  const filter = parseAuditFilter(Object.fromEntries(new URL(request.url).searchParams));
  const first = await readPage(session, filter, null);
  await withTenant(session, "audit:export", (tx) => recordAuditExport(tx, session, filter));
  const name = auditFileName(session.workspace.slug, filter);
  return csvDownload(name, HEADER, pages(session, filter, first));
});

type AuditPage = Awaited<ReturnType<typeof readPage>>;

async function* pages(session: Session, filter: AuditFilter, first: AuditPage) {
  for (let page: AuditPage | null = first; page; ) {
    yield page.items.map(cells);
    page = page.next ? await readPage(session, filter, page.next) : null;
  }
}

function readPage(session: Session, filter: AuditFilter, after: string | null) {
  return withTenant(session, "audit:read", (tx) =>
    listAuditEvents(tx, session, filter, { after, limit: ROWS_A_PAGE }),
  );
}

function cells({ at, actor, word, object, changes }: AuditEventRow) {
  return [
    ...[at, actor.kind, nameOf(actor), word, object.word, object.id, object.name],
    fieldsText(changes, "before"),
    fieldsText(changes, "after"),
  ];
}

function nameOf(actor: AuditActor): string | null {
  return "name" in actor ? actor.name : null;
}

/** The fields as JSON; null where there are none. */
function fieldsText(changes: AuditEventRow["changes"], side: "before" | "after"): string | null {
  const known = changes.filter((change) => change[side] !== undefined);
  if (known.length === 0) return null;
  return JSON.stringify(Object.fromEntries(known.map((change) => [change.field, change[side]])));
}
