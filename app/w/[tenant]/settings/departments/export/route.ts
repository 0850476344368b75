import { recordListExport } from "#lib/audit/index.ts";
import { listDepartments } from "#lib/departments/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

const COLUMNS = ["department", "parent", "head", "members", "is_archived", "department_id"];

/** All departments, archived ones too, by name, in the `?format`. */
export const GET = memberRoute((request, session) =>
  listExport(request, session, {
    name: "departments",
    columns: COLUMNS,
    filters: [],
    permission: "department:read",
    taking: "customer:export",
    readPage: async (tx) => {
      const departments = await listDepartments(tx);
      const names = new Map(departments.map(({ id, name }) => [id, name]));
      const rows = departments.map(({ id, name, parentId, head, memberCount, isArchived }) => [
        ...[name, names.get(parentId ?? "") ?? null, head?.name ?? null, memberCount, isArchived],
        id,
      ]);
      return { rows, next: null };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "departments", format }),
  }),
);
