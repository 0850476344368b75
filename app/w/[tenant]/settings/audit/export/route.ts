import { auditFilters, parseAuditFilter, unknownInAuditFilter } from "#lib/audit/filter.ts";
import { listAuditEvents, recordAuditExport } from "#lib/audit/index.ts";
import type { AuditActor, AuditEventRow } from "#lib/audit/types.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { searchParams } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["at", "actor_kind", "actor", "action", "object_type", "object_id", "object"],
  ...["before", "after"],
];

/** The events that match the page's filter, in the `?format`; whoever takes them away leaves an event. */
export const GET = memberRoute((request, session) => {
  const asked = searchParams(new URL(request.url).searchParams);
  const filter = parseAuditFilter(asked);
  return listExport(request, session, {
    unknown: unknownInAuditFilter(asked, ["format"]),
    name: `audit_${session.workspace.slug}`,
    columns: COLUMNS,
    filters: auditFilters(filter),
    permission: "audit:read",
    taking: "audit:export",
    readPage: async (tx, page) => {
      const { items, next } = await listAuditEvents(tx, session, filter, page);
      return { rows: items.map(cells), next };
    },
    record: (tx, format) => recordAuditExport(tx, session, { filter, format }),
  });
});

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
