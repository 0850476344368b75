import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { VALUE_AMOUNTS, valueFileOf } from "#lib/value/index.ts";

export const dynamic = "force-dynamic";

/** The numbers behind a figure of value, in the `?format`. */
export const GET = memberRoute(async (request, session, params) => {
  const readFile = valueFileOf(params["table"]);
  if (!readFile) throw new DomainError("not_found", "There is no such table.");
  const segment = new URL(request.url).searchParams.get("segment");
  const { asOfOn, table } = await withTenant(session, "value:read", (tx) =>
    readFile(tx, session, segment),
  );
  return listDownload(request, {
    name: `${params["table"]}-${asOfOn}`,
    columns: table.columns,
    amounts: VALUE_AMOUNTS,
    filters: [],
    pages: [table.rows],
  });
});
