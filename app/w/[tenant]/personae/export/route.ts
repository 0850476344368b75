import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { exportPersonae, PERSONA_COLUMNS } from "#lib/personae/index.ts";

export const dynamic = "force-dynamic";

/** Every active persona with its claims, in the `?format`. */
export const GET = memberRoute((request, session) =>
  listExport(request, session, {
    name: "personae",
    columns: PERSONA_COLUMNS,
    filters: [],
    permission: "persona:read",
    readPage: async (tx) => ({ rows: await exportPersonae(tx, session), next: null }),
    record: (tx, format) => recordListExport(tx, session, { list: "personae", format }),
  }),
);
