import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { apiRoute } from "#lib/http/api-route.ts";
import { CommitImport, commitImport } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

/** POST /api/v1/imports/{id}/commit: import for real what a dry run has checked. */
export const POST = apiRoute("import:write", async (_request, session, { id }) => {
  const input = CommitImport.safeParse({ importId: id });
  if (!input.success) throw new DomainError("not_found", "This import does not exist.");
  const started = await withTenant(session, "import:write", (tx) =>
    commitImport(tx, session, input.data),
  );
  return Response.json(started, { status: 202 });
});
