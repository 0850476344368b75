import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { UndoImport, undoImport } from "#lib/imports/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const POST = operationRoute("undo_import", async ({ params, key }, session) => {
  const input = UndoImport.safeParse({ importId: params["id"] });
  if (!input.success) throw new DomainError("not_found", "This import does not exist.");
  const { status, body } = await withTenant(session, "import:write", (tx) =>
    answerOnce(tx, session, key, async () => ({
      status: 202,
      body: await undoImport(tx, session, input.data),
    })),
  );
  return Response.json(body, { status });
});
