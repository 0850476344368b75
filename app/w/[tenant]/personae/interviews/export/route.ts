import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { exportInterviews, INTERVIEW_COLUMNS } from "#lib/interviews/index.ts";

export const dynamic = "force-dynamic";

/** Every interview with its notes, the last held first, in the `?format`. */
export const GET = memberRoute((request, session) =>
  listExport(request, session, {
    ...{ name: "interviews", columns: INTERVIEW_COLUMNS, filters: [] },
    permission: "evidence:read",
    readPage: (tx, page) => exportInterviews(tx, session, page),
    record: (tx, format) => recordListExport(tx, session, { list: "interviews", format }),
  }),
);
