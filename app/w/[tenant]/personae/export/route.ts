import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { personaeAddress } from "#lib/personae/filter.ts";
import { exportPersonae, PERSONA_COLUMNS } from "#lib/personae/index.ts";

export const dynamic = "force-dynamic";

/** Every active persona that matches the board's filter with its claims, in the `?format`. */
export const GET = memberRoute((request, session) => {
  const params = new URL(request.url).searchParams;
  const query = personaeAddress.read(params);
  const filters = personaeAddress.filters(query);
  return listExport(request, session, {
    unknown: personaeAddress.unknown(params, ["format"]),
    ...{ name: "personae", columns: PERSONA_COLUMNS, filters, permission: "persona:read" },
    readPage: async (tx) => ({ rows: await exportPersonae(tx, session, query), next: null }),
    record: (tx, format) => recordListExport(tx, session, { list: "personae", format, filters }),
  });
});
