import { recordListExport } from "#lib/audit/index.ts";
import { EVIDENCE_COLUMNS, EvidenceFilter, exportEvidence } from "#lib/evidence/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { unreadValues } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

/** Evidence of a need, a persona with its claims, or everything, in the `?format`. */
export const GET = memberRoute((request, session) => {
  const asked = new URL(request.url).searchParams;
  const filters = Object.entries(EvidenceFilter.shape).flatMap(([name, field]) => {
    const read = field.safeParse(asked.get(name) ?? undefined).data;
    return read === undefined ? [] : [[name, read] as const];
  });
  const filter = EvidenceFilter.parse(Object.fromEntries(filters));
  return listExport(request, session, {
    ...{ name: "evidence", columns: EVIDENCE_COLUMNS, filters, permission: "evidence:read" },
    unknown: unreadValues(Object.keys(EvidenceFilter.shape), asked, filters, ["format"]),
    readPage: (tx, page) => exportEvidence(tx, session, { page, filter }),
    record: (tx, format) => recordListExport(tx, session, { list: "evidence", format, filters }),
  });
});
