import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  createDepartment,
  getDepartmentRecord,
  listDepartmentRecords,
  NewDepartment,
} from "#lib/departments/index.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_departments", async (_asked, session, request) =>
  Response.json(
    await withTenant(session, "department:read", (tx) =>
      listDepartmentRecords(tx, pageRequest(request)),
    ),
  ),
);

export const POST = operationRoute("create_departments", async ({ text, key }, session) => {
  const department = readBody(NewDepartment, text);
  const { status, body } = await withTenant(session, "department:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await createDepartment(tx, session, department);
      return { status: 201, body: await getDepartmentRecord(tx, id) };
    }),
  );
  return Response.json(body, { status });
});
