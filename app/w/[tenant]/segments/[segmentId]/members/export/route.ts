import { recordListExport } from "#lib/audit/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { listMemberRecords } from "#lib/segments/index.ts";
import { readPastDay } from "#lib/segments/past-day.ts";

export const dynamic = "force-dynamic";

/** Who is in a segment now, or was on the day of `?asOf`, for analysis: by number, without contact data, in the `?format`. */
export const GET = memberRoute((request, session, params) =>
  listExport(request, session, {
    name: "segment-customers",
    columns: ["customer_id", "in_segment_since"],
    filters: [],
    permission: "segment:read",
    taking: "customer:export",
    readPage: async (tx, page) => {
      const asked = new URL(request.url).searchParams.get("asOf") ?? undefined;
      const { onDay, unread } = readPastDay(asked, session.workspace.timeZone);
      if (unread !== null)
        throw new DomainError("invalid_input", "asOf must be a day (YYYY-MM-DD) up to today.");
      const of = params["segmentId"] ?? "";
      const { items, next } = await listMemberRecords(tx, session, of, { ...page, onDay });
      return { rows: items.map(({ externalId, since }) => [externalId, since]), next };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "segment_members", format }),
  }),
);
