import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { listMemberRecords } from "#lib/segments/index.ts";

export const dynamic = "force-dynamic";

/** Who is in a segment now, for analysis: by number, without contact data, in the `?format`. */
export const GET = memberRoute((request, session, params) =>
  listExport(request, session, {
    name: "segment-customers",
    columns: ["customer_id", "in_segment_since"],
    filters: [],
    permission: "segment:read",
    taking: "customer:export",
    readPage: async (tx, page) => {
      const { items, next } = await listMemberRecords(tx, session, params["segmentId"] ?? "", page);
      return { rows: items.map(({ externalId, since }) => [externalId, since]), next };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "segment_members", format }),
  }),
);
