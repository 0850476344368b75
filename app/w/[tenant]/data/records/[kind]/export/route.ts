import { recordListExport } from "#lib/audit/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import {
  parseRecordQuery,
  recordKindOf,
  recordsAddress,
  unknownInRecordQuery,
} from "#lib/records/filter.ts";
import { countRecords, exportRecords, recordColumns } from "#lib/records/index.ts";
import { RECORDS } from "#lib/records/kinds.ts";

export const dynamic = "force-dynamic";

/** The records of a kind that match the list's filter, in the `?format`; whoever takes them away leaves an event. */
export const GET = memberRoute((request, session, params) => {
  const kind = recordKindOf(params["kind"]);
  if (!kind) throw new DomainError("not_found", "There is no such list.");
  const asked = new URL(request.url).searchParams;
  const query = parseRecordQuery(kind, asked);
  const filters = recordsAddress.filters(query);
  return listExport(request, session, {
    unknown: unknownInRecordQuery(kind, asked, ["format"]),
    ...recordColumns(kind),
    name: kind,
    filters,
    permission: RECORDS[kind].permission,
    readPage: (tx, page) => exportRecords(tx, session, { kind, query }, page),
    record: async (tx, format) => {
      const rows = await countRecords(tx, session, { kind, query });
      await recordListExport(tx, session, { list: kind, format, rows, filters });
    },
  });
});
