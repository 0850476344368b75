import { recordListExport } from "#lib/audit/index.ts";
import { listDuplicates } from "#lib/customers/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["first_customer_id", "first_name", "second_customer_id", "second_name"],
  ...["evidence", "found_at"],
];

/** The pairs that nobody has decided on, the last found first, in the `?format`; without contact data. */
export const GET = memberRoute((request, session) =>
  listExport(request, session, {
    name: "duplicates",
    columns: COLUMNS,
    filters: [],
    permission: "customer:write",
    readPage: async (tx, page) => {
      const { items, next } = await listDuplicates(tx, page);
      const rows = items.map(({ first, second, evidence, foundAt }) => [
        ...[first.externalId, first.name, second.externalId, second.name],
        ...[evidence.join(" "), foundAt],
      ]);
      return { rows, next };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "duplicates", format }),
  }),
);
