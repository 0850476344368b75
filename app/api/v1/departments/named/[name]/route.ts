import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  DepartmentByName,
  getDepartmentRecord,
  NamedDepartment,
  putDepartment,
} from "#lib/departments/index.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const PUT = operationRoute("put_departments", async ({ params, text, key }, session) => {
  const fields = readBody(NamedDepartment, text);
  const department = readBody(DepartmentByName, JSON.stringify({ ...fields, ...params }));
  const { status, body } = await withTenant(session, "department:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id, isNew } = await putDepartment(tx, session, department);
      return { status: isNew ? 201 : 200, body: await getDepartmentRecord(tx, id) };
    }),
  );
  return Response.json(body, { status });
});
