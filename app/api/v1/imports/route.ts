import { withTenant } from "#lib/db/with-tenant.ts";
import { apiRoute } from "#lib/http/api-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { receiveUpload } from "#lib/http/receive-upload.ts";
import { importUpload, listImports } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

/** POST /api/v1/imports: multipart `file`, `kind`, optional `mapping` and `dryRun`. */
export const POST = apiRoute("import:write", async (request, session) => {
  const { fields, upload } = await receiveUpload(request, session);
  const started = await importUpload(
    session,
    {
      kind: fields.get("kind") ?? "",
      mapping: fields.get("mapping"),
      isDryRun: fields.get("dryRun") === "true",
      origin: "api",
      requestKey: request.headers.get("idempotency-key")?.slice(0, 200) ?? null,
    },
    upload,
  );
  return Response.json(started, {
    status: 202,
    headers: { location: `/api/v1/imports/${started.id}` },
  });
});

export const GET = apiRoute("import:read", async (request, session) =>
  Response.json(
    await withTenant(session, "import:read", (tx) => listImports(tx, pageRequest(request))),
  ),
);
