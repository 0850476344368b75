import { watchedRecord } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findWatchRun, listWatched } from "#lib/defection/index.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_watched_customers", async (_context, session, request) => {
  const asked = pageRequest(request);
  return Response.json(
    await withTenant(session, "value:read", async (tx) => {
      const run = await findWatchRun(tx);
      if (typeof run === "string") return { items: [], next: null };
      const { items, next } = await listWatched(tx, session, { run }, asked);
      return { items: items.map((row) => watchedRecord(row, run)), next };
    }),
  );
});
