import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { textField, unknownValues } from "#lib/lists/index.ts";
import { VALUE_AMOUNTS, valueFileOf } from "#lib/value/index.ts";
import { isSegment } from "#lib/value/types.ts";

export const dynamic = "force-dynamic";

const COHORTS_ASKED = { segment: textField("segment", { isKnown: isSegment }) };

/** The numbers behind a figure of value, in the `?format`. */
export const GET = memberRoute(async (request, session, params) => {
  const fields = params["table"] === "cohorts" ? COHORTS_ASKED : {};
  const readFile = valueFileOf(params["table"]);
  if (!readFile) throw new DomainError("not_found", "There is no such table.");
  const asked = new URL(request.url).searchParams;
  const segment = asked.get("segment");
  const { asOfOn, table } = await withTenant(session, "value:read", (tx) =>
    readFile(tx, session, segment),
  );
  return listDownload(request, {
    unknown: unknownValues(fields, asked, ["format"]),
    name: `${params["table"]}-${asOfOn}`,
    columns: table.columns,
    amounts: VALUE_AMOUNTS,
    filters: [],
    pages: [table.rows],
  });
});
