import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { unreadValues } from "#lib/lists/index.ts";
import { listMemberRecords } from "#lib/segments/index.ts";
import { readPastDay } from "#lib/segments/past-day.ts";

export const dynamic = "force-dynamic";

/** Who is in a segment now, or was on the day of `?asOf`, for analysis: by number, without contact data, in the `?format`. */
export const GET = memberRoute((request, session, params) => {
  const asked = new URL(request.url).searchParams;
  const { onDay } = readPastDay(asked.getAll("asOf"), session.workspace.timeZone);
  const of = params["segmentId"] ?? "";
  const past = onDay === null ? [] : [["asOf", onDay] as const];
  const filters = [["segment", of] as const, ...past];
  return listExport(request, session, {
    name: "segment-customers",
    columns: ["customer_id", "in_segment_since"],
    filters,
    unknown: unreadValues(["asOf"], asked, past, ["format"]),
    permission: "segment:read",
    taking: "customer:export",
    readPage: async (tx, page) => {
      const { items, next } = await listMemberRecords(tx, session, of, { ...page, onDay });
      return { rows: items.map(({ externalId, since }) => [externalId, since]), next };
    },
    record: (tx, format) =>
      recordListExport(tx, session, { list: "segment_members", format, filters }),
  });
});
