import { recordListExport } from "#lib/audit/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { EVIDENCE_COLUMNS, EvidenceFilter, exportEvidence } from "#lib/evidence/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** Evidence of a need, a persona with its claims, or everything, in the `?format`. */
export const GET = memberRoute((request, session) => {
  const asked = new URL(request.url).searchParams;
  asked.delete("format");
  const parsed = EvidenceFilter.strict().safeParse(Object.fromEntries(asked));
  if (!parsed.success) throw new DomainError("invalid_input", "This filter cannot be read.");
  const filter = parsed.data;
  const filters = [...asked].map(([name, value]) => [name, value] as const);
  return listExport(request, session, {
    ...{ name: "evidence", columns: EVIDENCE_COLUMNS, filters, permission: "evidence:read" },
    readPage: (tx, page) => exportEvidence(tx, session, { page, filter }),
    record: (tx, format) => recordListExport(tx, session, { list: "evidence", format, filters }),
  });
});
