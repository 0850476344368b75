import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { apiRoute } from "#lib/http/api-route.ts";
import { UndoImport, undoImport } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

/** POST /api/v1/imports/{id}/undo: take an import back; what has changed since is kept. */
export const POST = apiRoute("import:write", async (_request, session, { id }) => {
  const input = UndoImport.safeParse({ importId: id });
  if (!input.success) throw new DomainError("not_found", "This import does not exist.");
  const started = await withTenant(session, "import:write", (tx) =>
    undoImport(tx, session, input.data),
  );
  return Response.json(started, { status: 202 });
});
