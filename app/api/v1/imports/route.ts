import { countKeyUpload } from "#lib/auth/member-limits.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { receiveImport } from "#lib/http/receive-import.ts";
import { importsAddress } from "#lib/imports/filter.ts";
import { listImports } from "#lib/imports/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

/** POST /api/v1/imports: multipart `file`, `kind`, optional `mapping` and `dryRun`. */
export const POST = operationRoute("start_import", async (_asked, session, request) => {
  await countKeyUpload(session);
  const started = await receiveImport(request, session, "api");
  const headers = { location: `/api/v1/imports/${started.id}` };
  return Response.json(started, { status: 202, headers });
});

/** GET /api/v1/imports: the newest first, narrowed by `kind` and `status`. */
export const GET = operationRoute("list_imports", async (_asked, session, request) => {
  const query = importsAddress.read(new URL(request.url).searchParams);
  return Response.json(
    await withTenant(session, "import:read", (tx) => listImports(tx, pageRequest(request), query)),
  );
});
