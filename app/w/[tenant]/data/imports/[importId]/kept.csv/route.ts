import { keptRowsCsv } from "#lib/http/kept-rows-csv.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** The rows that Undo left as they are, with the reason of each. */
export const GET = memberRoute((_request, session, { importId = "" }) =>
  keptRowsCsv(session, importId),
);
