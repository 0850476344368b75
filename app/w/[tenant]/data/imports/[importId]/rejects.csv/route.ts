import { memberRoute } from "#lib/http/member-route.ts";
import { rejectsCsv } from "#lib/http/rejects-csv.ts";
import { requireReadable, unknownValues } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

/** The rows that were not imported, with the reason of each. */
export const GET = memberRoute((request, session, { importId = "" }) => {
  requireReadable(unknownValues({}, new URL(request.url).searchParams, []));
  return rejectsCsv(session, importId);
});
