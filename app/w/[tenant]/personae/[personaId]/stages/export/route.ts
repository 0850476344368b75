import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getPersona } from "#lib/personae/index.ts";

export const dynamic = "force-dynamic";

const COLUMNS = ["stage", "line", "actual", "desired", "gap"];

/** What a persona lives through at each stage, in the `?format`. */
export const GET = memberRoute((request, session, params) => {
  const of = params["personaId"] ?? "";
  const filters = [["persona", of] as const];
  return listExport(request, session, {
    name: "persona-stages",
    columns: COLUMNS,
    filters,
    permission: "persona:read",
    readPage: async (tx) => {
      const { stages } = await getPersona(tx, session, of);
      const rows = stages.map(({ name, line, actual, desired }) => [
        ...[name, line, actual, desired],
        actual === null || desired === null ? null : actual - desired,
      ]);
      return { rows, next: null };
    },
    record: (tx, format) =>
      recordListExport(tx, session, { list: "persona_stages", format, filters }),
  });
});
