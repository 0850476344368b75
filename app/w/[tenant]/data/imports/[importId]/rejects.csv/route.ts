import { memberRoute } from "#lib/http/member-route.ts";
import { rejectsCsv } from "#lib/http/rejects-csv.ts";

export const dynamic = "force-dynamic";

/** The rows that were not imported, with the reason of each. */
export const GET = memberRoute((_request, session, { importId = "" }) =>
  rejectsCsv(session, importId),
);
