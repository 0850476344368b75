import { keptRowsCsv } from "#lib/http/kept-rows-csv.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { requireReadable, unknownValues } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

/** The rows that Undo left as they are, with the reason of each. */
export const GET = memberRoute((request, session, { importId = "" }) => {
  requireReadable(unknownValues({}, new URL(request.url).searchParams, []));
  return keptRowsCsv(session, importId);
});
